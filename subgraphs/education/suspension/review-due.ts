import { GovernorsDuty } from './governors-duty.js';
import { governorsReview, type GovernorsReview, type GovernorsTerm, governorsTerm } from './governors-review.js';
import { type CountedSuspension, type IsSchoolDay, schoolDayAfter, servedSessions } from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';

/** The review that one suspension or exclusion asks for. */
export interface ReviewDue extends GovernorsReview {
  readonly term: GovernorsTerm;
  /** The last day for a meeting; null where none is due, or it is not known on which days the school is open. */
  readonly meetBy: string | null;
}

/** School days from the day the board is told, by what it has to do. Source: SI 2012/1033 regulation 6. */
const MEETS_WITHIN: Readonly<Record<GovernorsDuty, number | null>> = {
  NONE: null,
  ON_REPRESENTATIONS: 50,
  MUST_MEET: 15,
};

/**
 * The review that a suspension asks for, with those from the same school that began before it: of one that lies in two
 * terms, by the term in which the days come to more. One that was cancelled asks for none of its own, though what was served of it counts
 * (DfE, Suspension and permanent exclusion, 2023: the duty ceases). The board is taken to be told on the first day.
 */
export function reviewDue<Suspension extends CountedSuspension>(
  of: Suspension,
  begun: readonly Suspension[],
  isSchoolDay: IsSchoolDay,
): ReviewDue {
  const counted = begun.filter((one) => one === of || countsTowards(one, of));
  const [first = governorsTerm(of.startedOn), ...others] = termsOf(of, isSchoolDay);
  const reviewIn = (term: GovernorsTerm) => ({ term, ...governorsReview(counted, term, isSchoolDay) });
  const most = others.map(reviewIn).reduce((a, b) => (b.schoolDays > a.schoolDays ? b : a), reviewIn(first));
  const duty = of.cancelledOn === null ? most.duty : GovernorsDuty.NONE;
  const within = MEETS_WITHIN[duty];
  const meetBy = within === null ? null : schoolDayAfter(of.urn, of.startedOn, within, isSchoolDay);
  return { ...most, duty, meetBy };
}

// An exclusion for good asks for its own review, and makes no other one due.
const countsTowards = (one: CountedSuspension, of: CountedSuspension): boolean =>
  one.urn === of.urn && one.startedOn <= of.startedOn && one.category !== SuspensionCategory.PERMANENT;

function termsOf(of: CountedSuspension, isSchoolDay: IsSchoolDay): GovernorsTerm[] {
  const days = [of.startedOn, ...servedSessions(of, isSchoolDay).map(({ on }) => on)];
  // Each term of a year is one and the same.
  return [...new Set(days.map(governorsTerm))];
}
