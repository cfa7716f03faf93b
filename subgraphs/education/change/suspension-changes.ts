import { groupBy } from '../../../platform/record/batch.js';
import { always, type ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { SuspensionCategory } from '../suspension/suspension-category.js';

/** What a school said, at one time, of a suspension or exclusion. */
export interface SuspensionSaid {
  readonly id: string;
  readonly recordId: string;
  readonly urn: string;
  readonly schoolName: string | null;
  readonly startedOn: string;
  readonly category: SuspensionCategory;
  readonly version: number;
  readonly sessions: number | null;
  readonly lunchtimes: number | null;
  readonly cancelledOn: string | null;
  readonly reinstatedOn: string | null;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
}

const kinds: Readonly<Record<SuspensionCategory, string>> = {
  SUSPENSION: 'Suspension',
  LUNCHTIME: 'Suspension at lunchtimes',
  PERMANENT: 'Permanent exclusion',
};

/**
 * The changes of suspensions and exclusions, as schools said them one after the other. Of one that its school says of no longer
 * one change is left, that it was taken back.
 */
export function suspensionChanges(said: readonly SuspensionSaid[]): ChangeFact[] {
  const each = groupBy(said, ({ recordId, urn, startedOn, category }) =>
    [recordId, urn, startedOn, category].join('|'),
  );
  return [...each.values()].flatMap((versions) => {
    const inOrder = versions.toSorted((a, b) => a.version - b.version);
    const last = inOrder.at(-1);
    if (last && last.supersededAt !== null) return [takenBack(last, last.supersededAt)];
    return inOrder.flatMap((one, at) => changed(inOrder[at - 1] ?? null, one));
  });
}

const placeOf = ({ recordId }: SuspensionSaid, key: string, at: string) => ({
  ...{ key, recordId, facet: null, at: new Date(at).toISOString(), ...always },
});

const takenBack = (last: SuspensionSaid, at: string): ChangeFact => ({
  ...placeOf(last, `suspension-gone/${last.id}`, at),
  ...{ what: 'A suspension or exclusion was taken back', from: null, to: null, by: null },
});

function changed(before: SuspensionSaid | null, one: SuspensionSaid): ChangeFact[] {
  const [from, to] = [before && inWords(before), inWords(one)];
  if (from === to) return [];
  const place = placeOf(one, `suspension/${one.id}`, one.recordedAt);
  return [{ ...place, what: suspensionInWords(one), from, to, by: one.schoolName }];
}

/** Which it is, by its kind and first day. */
export const suspensionInWords = ({ category, startedOn }: Pick<SuspensionSaid, 'category' | 'startedOn'>): string =>
  `${kinds[category]} from ${dayInWords(startedOn)}`;

function inWords({ category, sessions, lunchtimes, cancelledOn, reinstatedOn }: SuspensionSaid): string {
  return [lengthOf(category, sessions, lunchtimes), ...endings(cancelledOn, reinstatedOn)].join(', ');
}

function lengthOf(category: SuspensionCategory, sessions: number | null, lunchtimes: number | null): string {
  if (category === SuspensionCategory.PERMANENT) return 'For good';
  const [count, unit] = category === SuspensionCategory.LUNCHTIME ? [lunchtimes, 'lunchtime'] : [sessions, 'session'];
  return count === null ? 'Its length is not told' : `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

const endings = (cancelledOn: string | null, reinstatedOn: string | null): string[] => [
  ...(cancelledOn === null ? [] : [`cancelled on ${dayInWords(cancelledOn)}`]),
  ...(reinstatedOn === null ? [] : [`reinstated on ${dayInWords(reinstatedOn)}`]),
];
