import { isOfPanel, wasUpheldByBoard } from './review-result.js';
import { type IsSchoolDay, schoolDayAfter } from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';
import type { SuspensionRow } from './suspension.row.js';

/** An exclusion for good as far as its reviews are told. */
type Reviewed = Readonly<
  Pick<SuspensionRow, 'urn' | 'category' | 'cancelledOn' | 'reviewedOn' | 'reviewResult' | 'senExpert'>
>;

/** What parents may ask for once a governing board upheld an exclusion. */
export interface IndependentReviewDue {
  /** The last day on which it may be asked for; null once it was held, or where the days are not known. */
  readonly askBy: string | null;
  readonly held: boolean;
  readonly senExpert: boolean | null;
}

/** School days from the day parents are told of the board's decision. Source: SI 2012/1033 regulation 7. */
const ASKED_WITHIN = 15;

/**
 * The independent review that parents may ask for of an exclusion for good, once the governing board has declined to reinstate
 * the pupil: null until then, and of whatever is no such exclusion. Parents are taken to be told on the day of the board's review.
 */
export function independentReview(
  { urn, category, cancelledOn, reviewedOn, reviewResult, senExpert }: Reviewed,
  isSchoolDay: IsSchoolDay,
): IndependentReviewDue | null {
  if (category !== SuspensionCategory.PERMANENT || cancelledOn !== null) return null;
  if (reviewedOn === null || reviewResult === null || !wasUpheldByBoard(reviewResult)) return null;
  const held = isOfPanel(reviewResult);
  return { askBy: held ? null : schoolDayAfter(urn, reviewedOn, ASKED_WITHIN, isSchoolDay), held, senExpert };
}
