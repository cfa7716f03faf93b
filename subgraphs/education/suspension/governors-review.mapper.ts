import { GovernorsDuty } from './governors-duty.js';
import type { GovernorsReview } from './governors-review.type.js';
import { independentReview } from './independent-review.js';
import type { TellableSuspension } from './one-of-each.js';
import { type ReviewDue, reviewDue } from './review-due.js';
import { resultLabel } from './review-result.js';
import type { IsSchoolDay } from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';

/** A governing board's review of a suspension as clients see it, among those that had begun. */
export function toGovernorsReview(
  of: TellableSuspension,
  begun: readonly TellableSuspension[],
  isSchoolDay: IsSchoolDay,
): GovernorsReview {
  const due = reviewDue(of, begun, isSchoolDay);
  const { term, schoolDays, duty, meetBy } = due;
  const { reviewedOn, reviewResult, reinstatedOn } = of;
  return {
    ...{ termFrom: term.from, termTo: term.to, schoolDays, duty, mustMeet: duty === GovernorsDuty.MUST_MEET, meetBy },
    ...{ because: becauseOf(of, due), reviewedOn, reinstatedOn },
    result: reviewResult === null ? null : resultLabel(reviewResult),
    independentReview: independentReview(of, isSchoolDay),
  };
}

const SOURCE = '(SI 2012/1033 regulation 6)';

function becauseOf({ category, cancelledOn }: TellableSuspension, { duty, schoolDays }: ReviewDue): string {
  if (cancelledOn !== null)
    return 'It was cancelled, so that the governing board has nothing to consider (DfE, Suspension and permanent exclusion, 2023).';
  const days = `${schoolDays} school days in the term`;
  switch (duty) {
    case GovernorsDuty.NONE:
      return `At ${days}, no more than 5, the governing board considers what parents say and need not meet ${SOURCE}.`;
    case GovernorsDuty.ON_REPRESENTATIONS:
      return `At ${days}, more than 5, the governing board considers reinstatement where parents ask it to ${SOURCE}.`;
    case GovernorsDuty.MUST_MEET:
      return category === SuspensionCategory.PERMANENT
        ? `Of a permanent exclusion the governing board considers reinstatement whatever parents say ${SOURCE}.`
        : `At ${days}, more than 15, the governing board considers reinstatement whatever parents say ${SOURCE}.`;
  }
}
