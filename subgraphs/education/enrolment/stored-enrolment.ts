import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { StoredSchool } from '../school/stored-school.js';
import { EnrolmentRow } from './enrolment.row.js';

/** What of an enrolment's row a read brings back. */
export const shownEnrolment = Columns.of(EnrolmentRow).without(
  'id',
  'childId',
  'urn',
  'leftOn',
  'supersededOn',
  'freeSchoolMeals',
  'leftCareBy',
);

/** An enrolment as a read brings it back, with its school and the child it was asked for by. */
export interface StoredEnrolment extends RowOf<typeof shownEnrolment> {
  readonly childId: string;
  readonly school: StoredSchool;
}

/** Whether the child is on the roll on a day. */
export function isCurrent({ from, until }: Pick<StoredEnrolment, 'from' | 'until'>, on: string): boolean {
  return from <= on && (until === null || on < until);
}
