import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { mayReview } from './may-review.js';
import type { Risk } from './parts.js';
import { Said } from './said.js';

interface Props {
  readonly risk: Shown<Risk>;
  readonly childId: string;
  readonly role: string;
}

/** The hub’s sentence without the source that it names. */
const why = (because: string): string => because.replace(/ \([^()]*\)\.$/, '.');

const Review = ({ review }: { readonly review: Risk['reviews'][number] }) => (
  <>
    <p class="govuk-body">
      {dayText(review.reviewedOn)}, {roleWords(review.recordedBy)}. Tried: {review.interventionsTried.join('; ')}
    </p>
    {review.pupilVoice ? <Said voice={review.pupilVoice} /> : null}
  </>
);

const Told = ({ risk: { flaggedOn, because, reviewedOn, reviews } }: { readonly risk: Risk }) => (
  <>
    <p class="govuk-body">
      Since {dayText(flaggedOn)}. {why(because)}{' '}
      {reviewedOn === null ? 'Not reviewed since.' : `Last reviewed on ${dayText(reviewedOn)}.`}
    </p>
    {reviews.map((review) => (
      <Review review={review} />
    ))}
  </>
);

/**
 * What flags that a child could be excluded, what was tried before, and the child’s own words: for those to whom it is shown. To
 * others, who see the rest of the record, nothing is said of it.
 */
export function BeforeExclusion({ risk, childId, role }: Props) {
  if (risk.kind === 'refused') return null;
  return (
    <section id="before-exclusion">
      <h3 class="govuk-heading-s">Help before an exclusion</h3>
      <Value of={risk} role={role} as={(value) => <Told risk={value} />} />
      {mayReview(role) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${childId}/reviews/new`}>
            Record what was tried
          </a>
        </p>
      ) : null}
    </section>
  );
}
