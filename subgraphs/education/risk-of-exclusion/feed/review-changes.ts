import { Temporal } from 'temporal-polyfill';
import { academicYearOf } from '../../../../platform/code-sets/academic-year.js';
import type { ChangeFact } from '../../../../platform/vocabulary/change-fact.js';
import { dayInWords } from '../../../../platform/vocabulary/day-in-words.js';

/** That somebody recorded a review of what was tried with a child at risk of exclusion. */
export interface RecordedReview {
  readonly id: string;
  readonly recordId: string;
  readonly reviewedOn: string;
  readonly recordedAt: string;
}

/**
 * That what was tried with a child at risk of exclusion was reviewed, and on which day: what was tried and the pupil's words are
 * read with the record, whole. Told until the school year ends, as the record shows a review; and not by whom, for the record
 * names a role alone.
 */
export const reviewChanges = (reviews: readonly RecordedReview[]): ChangeFact[] =>
  reviews.map(({ id, recordId, reviewedOn, recordedAt }) => ({
    ...{ key: `review/${id}`, recordId, facet: null, at: new Date(recordedAt).toISOString() },
    ...{ what: 'Risk of an exclusion', from: null, to: `Reviewed on ${dayInWords(reviewedOn)}`, by: null },
    ...{ toldFrom: reviewedOn, toldUntil: yearOver(reviewedOn) },
  }));

/** The first day after the school year of a day. */
const yearOver = (on: string): string => Temporal.PlainDate.from(academicYearOf(on).to).add({ days: 1 }).toString();
