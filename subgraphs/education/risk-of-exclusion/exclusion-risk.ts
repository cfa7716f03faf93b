import { academicYear } from '../../../platform/code-sets/academic-year.js';
import type { CountedSuspension, IsSchoolDay } from '../suspension/served-sessions.js';
import { SuspensionCategory } from '../suspension/suspension-category.js';
import { inOneHalfTerm } from './half-term.js';

/** Why, and since when, somebody is to look at what a child is at risk of. */
export interface ExclusionRisk {
  readonly flaggedOn: string;
  readonly by: 'TWO_IN_A_HALF_TERM' | 'SOMEBODY';
}

/**
 * The risk of a permanent exclusion as at a day, in its school year: flagged by the second suspension of a half-term, or by whoever
 * first recorded what was tried, whichever came first. Null where neither is. A lunchtime suspension is a suspension; one that was
 * cancelled before any of it was served is none. Source: requirements-reports.md T-08 and W-04, requirements-salford.md F21.
 */
export function exclusionRisk(
  suspensions: readonly CountedSuspension[],
  reviewedOn: readonly string[],
  today: string,
  isSchoolDay: IsSchoolDay,
): ExclusionRisk | null {
  const ofYear = (on: string): boolean => on <= today && academicYear(on) === academicYear(today);
  const begun = suspensions.filter((one) => counts(one) && ofYear(one.startedOn)).sort(byFirstDay);
  const second = begun.find((one, at) => begun.slice(0, at).some((before) => together(before, one, isSchoolDay)));
  const [reviewed] = reviewedOn.filter(ofYear).sort();
  if (second && (reviewed === undefined || second.startedOn <= reviewed))
    return { flaggedOn: second.startedOn, by: 'TWO_IN_A_HALF_TERM' };
  return reviewed === undefined ? null : { flaggedOn: reviewed, by: 'SOMEBODY' };
}

const counts = ({ category, cancelledOn, served }: CountedSuspension): boolean =>
  category !== SuspensionCategory.PERMANENT && (cancelledOn === null || (served ?? 0) > 0);

// Of two schools: in one half-term of either is near enough to look.
const together = (first: CountedSuspension, second: CountedSuspension, isSchoolDay: IsSchoolDay): boolean =>
  [first.urn, second.urn].some((urn) => inOneHalfTerm(urn, first.startedOn, second.startedOn, isSchoolDay));

const byFirstDay = (a: CountedSuspension, b: CountedSuspension): number =>
  a.startedOn < b.startedOn ? -1 : Number(a.startedOn > b.startedOn);
