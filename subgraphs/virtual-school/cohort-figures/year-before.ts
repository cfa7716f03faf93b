import { academicTerm, daysOfTerm } from '../../../platform/code-sets/academic-term.js';
import { CohortDimension } from './cohort-dimension.js';
import { daysAfter, type SchoolWeeks } from './school-weeks.js';

/** Weeks are set beside those of fifty-two weeks before, so that a Monday is beside a Monday. */
const DAYS = 364;

export const yearBefore = ({ first, last, whole }: SchoolWeeks): SchoolWeeks => ({
  first: daysAfter(first, -DAYS),
  last: daysAfter(last, -DAYS),
  whole,
});

function valueBefore(value: string, dimension: CohortDimension): string {
  switch (dimension) {
    case CohortDimension.WEEK:
      return daysAfter(value, -DAYS);
    case CohortDimension.TERM: {
      const days = daysOfTerm(value);
      return days ? academicTerm(daysAfter(days.from, -DAYS)) : value;
    }
    case CohortDimension.SCHOOL:
    case CohortDimension.PHASE:
    case CohortDimension.SOCIAL_WORK_TEAM:
    case CohortDimension.SEN_PROVISION:
    case CohortDimension.FREE_SCHOOL_MEALS:
      return value;
  }
}

/** The key that a group had in the year before. */
export const keyOfYearBefore = (key: readonly string[], by: readonly CohortDimension[]): string[] =>
  key.map((value, at) => valueBefore(value, by[at] ?? CohortDimension.SCHOOL));
