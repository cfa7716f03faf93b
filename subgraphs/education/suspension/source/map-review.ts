import { Temporal } from 'temporal-polyfill';
import type { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import { isOfPanel, reviewResults } from '../review-result.js';
import { SuspensionCategory } from '../suspension-category.js';
import type { SuspensionFact } from './fact.js';
import type { SuspensionFields } from './parse.js';

type Draft = RecordDraft<keyof SuspensionFields>;

/** In days: a suspension is decided on, and told, shortly before it begins. Ours: a week. */
const TOLD_BEFORE = 7;

/** The day on which a school says that it told the council. */
export function councilToldIn(draft: Draft, startedOn: string): string | null {
  const toldOn = draft.date('council_told_on', 'event');
  if (toldOn === null || startedOn === '') return toldOn;
  const earliest = Temporal.PlainDate.from(startedOn).subtract({ days: TOLD_BEFORE }).toString();
  if (toldOn < earliest)
    draft.reject('council-told-before-suspension', 'council_told_on is more than a week before started_on.');
  return toldOn;
}

/** What a school says of the last review of an exclusion, and what came of it. */
export function reviewIn(
  draft: Draft,
  startedOn: string,
  category: SuspensionCategory,
): Pick<SuspensionFact, 'reviewedOn' | 'reviewResult' | 'reinstatedOn' | 'senExpert'> {
  const reviewedOn = draft.date('reviewed_on', 'event');
  const reviewResult = draft.code('review_result', reviewResults, 'review-result-unknown');
  const reinstatedOn = draft.date('reinstated_on', 'event');
  const senExpert = draft.code('sen_expert', { Y: true, N: false }, 'sen-expert-unknown');
  if ([reviewedOn, reinstatedOn].some((on) => on !== null && on < startedOn))
    draft.reject('review-before-suspension', 'reviewed_on or reinstated_on is before started_on.');
  if (reviewResult !== null && draft.text('reviewed_on') === null)
    draft.reject('result-without-review', 'review_result is told, and reviewed_on is blank.');
  const ofPanel = reviewResult !== null && isOfPanel(reviewResult);
  if (ofPanel && category !== SuspensionCategory.PERMANENT)
    draft.reject('panel-of-another-category', 'review_result is an independent panel’s, of what is no PERM.');
  if (senExpert !== null && !ofPanel)
    draft.leaveOut('expert-without-panel', 'sen_expert is told, and review_result is no independent panel’s.');
  return { reviewedOn, reviewResult, reinstatedOn, senExpert: ofPanel ? senExpert : null };
}
