import { easterMonday } from './easter-monday.js';
import { GovernorsDuty } from './governors-duty.js';
import {
  type CountedSuspension,
  type IsSchoolDay,
  lunchtimesOf,
  servedSessions,
  sessionsOf,
} from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';

/** First and last day, both included. */
export interface GovernorsTerm {
  readonly from: string;
  readonly to: string;
}

/** What the suspensions from one school in a term come to, and what its governing board has to do about them. */
export interface GovernorsReview {
  /** In halves. */
  readonly schoolDays: number;
  readonly duty: GovernorsDuty;
}

/** More school days in a term than these. Source: SI 2012/1033 regulation 6. */
const ON_REPRESENTATIONS_OVER = 5;
const MUST_MEET_OVER = 15;

/**
 * The term of a day as a governing board counts: up to Easter Monday, 31 July and 31 December. Source: SI 2012/1033
 * regulation 2.
 */
export function governorsTerm(on: string): GovernorsTerm {
  const year = on.slice(0, 4);
  let terms = termsOf.get(year);
  if (!terms) termsOf.set(year, (terms = termsIn(year)));
  return terms.find(({ to }) => on <= to) ?? terms[2];
}

/** By year, of which four digits can be written: each session of every suspension asks for its term. */
const termsOf = new Map<string, readonly [GovernorsTerm, GovernorsTerm, GovernorsTerm]>();

function termsIn(year: string): readonly [GovernorsTerm, GovernorsTerm, GovernorsTerm] {
  const easter = easterMonday(Number(year));
  return [
    { from: `${year}-01-01`, to: easter.toString() },
    { from: easter.add({ days: 1 }).toString(), to: `${year}-07-31` },
    { from: `${year}-08-01`, to: `${year}-12-31` },
  ];
}

/**
 * The review that a child's suspensions from one school ask for in a term. A session counts on its day, a lunchtime on the
 * first. Whether an examination is missed is not held, so that a meeting for that reason alone is not told of here.
 */
export function governorsReview(
  suspensions: readonly CountedSuspension[],
  { from, to }: GovernorsTerm,
  isSchoolDay: IsSchoolDay,
): GovernorsReview {
  const within = (on: string): boolean => from <= on && on <= to;
  const halves = suspensions.reduce((sum, one) => sum + halvesWithin(one, within, isSchoolDay), 0);
  const forGood = suspensions.some(
    ({ category, cancelledOn, startedOn }) =>
      category === SuspensionCategory.PERMANENT && cancelledOn === null && within(startedOn),
  );
  const schoolDays = halves / 2;
  return { schoolDays, duty: dutyOf(schoolDays, forGood) };
}

function halvesWithin(
  suspension: CountedSuspension,
  within: (on: string) => boolean,
  isSchoolDay: IsSchoolDay,
): number {
  const served = servedSessions(suspension, isSchoolDay);
  const unplaced = sessionsOf(suspension) - served.length + lunchtimesOf(suspension);
  return served.filter(({ on }) => within(on)).length + (within(suspension.startedOn) ? unplaced : 0);
}

function dutyOf(schoolDays: number, forGood: boolean): GovernorsDuty {
  if (forGood || schoolDays > MUST_MEET_OVER) return GovernorsDuty.MUST_MEET;
  return schoolDays > ON_REPRESENTATIONS_OVER ? GovernorsDuty.ON_REPRESENTATIONS : GovernorsDuty.NONE;
}
