import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { Entitlement } from '../../../platform/access/entitlement.js';
import type { Question } from '../../../platform/figures/figures.js';
import type { Cohort } from '../cohort/cohort.js';
import { CohortDimension } from './cohort-dimension.js';
import { areWholeTerms, type SchoolWeeks, termsOf } from './school-weeks.js';

/** What is asked of a cohort. */
export interface CohortAsked {
  readonly cohort: Cohort;
  readonly weeks: SchoolWeeks;
  readonly by: readonly CohortDimension[];
  /** As it was believed at this instant; null for what is believed now. */
  readonly asAt: string | null;
  /** Whether what stands beside a group is to be worked out as well: it takes another look at every slice. */
  readonly beside: boolean;
}

const MOST_DIMENSIONS = 3;

/** @throws InvalidInput, naming the argument, for more than three dimensions, or one named twice. */
export function checkDimensions(by: readonly CohortDimension[]): void {
  if (by.length > MOST_DIMENSIONS) throw new InvalidInput('by must name three dimensions at most.');
  if (new Set(by).size < by.length) throw new InvalidInput('by must name no dimension twice.');
}

/**
 * What may be asked by whom is not told everything, so that figures of one question cannot be taken from those of another.
 * @throws InvalidInput, naming the argument.
 */
export function checkAskable({ weeks, by, asAt }: CohortAsked, entitled: Entitlement | null): void {
  if (entitled === null || entitled === 'WHOLE') return;
  if (asAt !== null)
    throw new InvalidInput(
      'asAt must be left out by your role: earlier beliefs beside present ones would tell of single children.',
    );
  if (entitled === 'SUPPRESSED') {
    if (!weeks.whole)
      throw new InvalidInput('from and to must be those of whole weeks, terms or academic years for your role.');
    return;
  }
  if (!areWholeTerms(weeks))
    throw new InvalidInput('from and to must be those of whole terms or academic years for your role.');
  if (by.some((one) => one !== CohortDimension.SCHOOL))
    throw new InvalidInput('by must name SCHOOL or nothing for your role.');
}

/** As the cube is asked it, and as it is written down. */
export function questionOf({ cohort, weeks, by, asAt, beside }: CohortAsked): Question {
  const terms = by.includes(CohortDimension.TERM) ? termsOf(weeks).map(({ term, from }) => ({ term, from })) : [];
  return { cohort, from: weeks.first, to: weeks.last, by, asAt, beside, terms };
}
