import { groupBy } from '../../../platform/record/batch.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { NoticeFact } from '../../../platform/vocabulary/notice-fact.js';
import { SuspensionCategory } from './suspension-category.js';

/** What a school said of a suspension or exclusion and stands, as far as somebody must be told of it. */
export interface ToldSuspension {
  /** The school's own record of the pupil: one of perhaps several ids of the child. */
  readonly recordId: string;
  readonly school: { readonly urn: string; readonly name: string | null };
  readonly startedOn: string;
  readonly category: SuspensionCategory;
  readonly sessions: number | null;
  readonly lunchtimes: number | null;
  readonly cancelledOn: string | null;
  /** Sessions, or lunchtimes, that the pupil was kept out of before it was cancelled. */
  readonly served: number | null;
  /** ISO instant. */
  readonly recordedAt: string;
}

/**
 * The suspensions and permanent exclusions of which somebody must be told, whatever their length (DfE, Suspension and permanent
 * exclusion, 2023: a child's social worker and the virtual school head are told without delay). One that was cancelled before
 * any of it was served never was; of one that was served in part it is said that it was cancelled. Of one
 * that two records of the child tell of, what the school told last.
 */
export function suspensionFacts(told: readonly ToldSuspension[]): NoticeFact[] {
  const each = groupBy(told, ({ school, startedOn, category }) => `suspension/${school.urn}/${startedOn}/${category}`);
  return [...each].flatMap(([key, same]) => {
    const one = same.reduce((last, other) => (other.recordedAt > last.recordedAt ? other : last));
    const { recordId, startedOn, category, cancelledOn, served } = one;
    if (cancelledOn !== null && (served ?? 0) === 0) return [];
    const kind = category === SuspensionCategory.PERMANENT ? 'PERMANENT_EXCLUSION' : 'SUSPENSION';
    return [{ key, recordId, kind, happenedOn: startedOn, organisation: null, fact: sentence(one) }];
  });
}

const number = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

/** Two sessions are a school day. */
const lengthOf = ({ category, sessions, lunchtimes }: ToldSuspension): string => {
  if (category === SuspensionCategory.LUNCHTIME && lunchtimes !== null)
    return `, for ${number(lunchtimes, 'lunchtime')}`;
  return sessions === null ? '' : `, for ${number(sessions / 2, 'school day')}`;
};

function sentence(one: ToldSuspension): string {
  const { school, startedOn, category, cancelledOn } = one;
  const from = `from ${school.name ?? `the school with the number ${school.urn}`} from ${dayInWords(startedOn)}`;
  const cancelled = cancelledOn === null ? '' : `; cancelled on ${dayInWords(cancelledOn)} after part of it was served`;
  return category === SuspensionCategory.PERMANENT
    ? `Permanently excluded ${from}${cancelled}.`
    : `Suspended ${from}${lengthOf(one)}${cancelled}.`;
}
