import { daysOfTerm } from '../../../platform/code-sets/academic-term.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { CohortDimension } from './cohort-dimension.js';
import { daysAfter } from './school-weeks.js';

/** The days that one part of a key stands for; null where it is of a school, a team or another thing without days. */
function daysOfValue(value: string, dimension: CohortDimension): Days | null {
  switch (dimension) {
    case CohortDimension.WEEK:
      return { from: value, to: daysAfter(value, 6) };
    case CohortDimension.TERM:
      return daysOfTerm(value);
    case CohortDimension.SCHOOL:
    case CohortDimension.PHASE:
    case CohortDimension.SOCIAL_WORK_TEAM:
    case CohortDimension.SEN_PROVISION:
    case CohortDimension.FREE_SCHOOL_MEALS:
      return null;
  }
}

/**
 * The days that a group is of: those of its week, or of its term as far as it was asked for; all that were asked for where
 * figures are divided by neither. Both inclusive.
 */
export function daysOfGroup(key: readonly string[], by: readonly CohortDimension[], asked: Days): Days {
  return by.reduce<Days>((days, dimension, at) => {
    const own = daysOfValue(key[at] ?? '', dimension);
    if (own === null) return days;
    return { from: own.from > days.from ? own.from : days.from, to: own.to < days.to ? own.to : days.to };
  }, asked);
}
