import { Temporal } from 'temporal-polyfill';
import { academicTerm, daysOfTerm, termOfWeek } from '../../../platform/code-sets/academic-term.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** School weeks running, by the Mondays of the first and the last; none where the first is after the last. */
export interface SchoolWeeks {
  readonly first: string;
  readonly last: string;
  /** Whether the days that were asked for are these weeks', or those of whole terms: no week is cut. */
  readonly whole: boolean;
}

/** A term, and the Monday of its first week among those asked for. */
export interface TermOfWeeks {
  readonly term: string;
  readonly from: string;
}

const MOST_YEARS = 30;
const date = (on: string): Temporal.PlainDate => Temporal.PlainDate.from(on);

export const daysAfter = (on: string, days: number): string => date(on).add({ days }).toString();
const mondayOf = (on: string): string => daysAfter(on, 1 - date(on).dayOfWeek);

/** A week is of the term, and of the academic year, that its Wednesday is in: most of its days are. */
const middleOf = (monday: string): string => daysAfter(monday, 2);

const isFirstOfTerm = (on: string): boolean => daysOfTerm(academicTerm(on))?.from === on;
const isLastOfTerm = (on: string): boolean => daysOfTerm(academicTerm(on))?.to === on;

/** Saturday and Sunday are of no school week: a period that begins on one begins with the Monday after. */
function firstWeek(from: string): string {
  const monday = mondayOf(from);
  const begins = isFirstOfTerm(from) ? middleOf(monday) : daysAfter(monday, 4);
  return begins < from ? daysAfter(monday, 7) : monday;
}

function lastWeek(to: string): string {
  const monday = mondayOf(to);
  return isLastOfTerm(to) && middleOf(monday) > to ? daysAfter(monday, -7) : monday;
}

/**
 * The school weeks of a period. A week that the period cuts is counted whole, and `whole` is false then. A period that
 * begins or ends with a term has that term's weeks.
 * @throws InvalidInput, naming the argument, for a period that ends before it begins, or is of more than thirty years.
 */
export function schoolWeeks(from: string, to: string): SchoolWeeks {
  if (from > to) throw new InvalidInput('from must not be after to.');
  if (date(from).add({ years: MOST_YEARS }).toString() < to) {
    throw new InvalidInput(`to must be within ${String(MOST_YEARS)} years of from.`);
  }
  const [first, last] = [firstWeek(from), lastWeek(to)];
  const begins = first >= from || isFirstOfTerm(from);
  const ends = daysAfter(last, 4) <= to || isLastOfTerm(to);
  return { first, last, whole: begins && ends };
}

/** The terms of these weeks, oldest first. */
export function termsOf({ first, last }: SchoolWeeks): readonly TermOfWeeks[] {
  const terms: TermOfWeeks[] = [];
  for (let monday = first; monday <= last; monday = daysAfter(monday, 7)) {
    const term = termOfWeek(monday);
    if (terms.at(-1)?.term !== term) terms.push({ term, from: monday });
  }
  return terms;
}

/** Whether these are the weeks of whole terms: neither their first nor their last term has another week before or after. */
export function areWholeTerms({ first, last }: SchoolWeeks): boolean {
  if (first > last) return false;
  const alone = (monday: string, other: string): boolean => termOfWeek(monday) !== termOfWeek(other);
  return alone(first, daysAfter(first, -7)) && alone(last, daysAfter(last, 7));
}
