import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { EnrolmentRow } from './enrolment.row.js';

/** What the writers of rolls and registers read and write of an enrolment: the last day follows from the rest. */
export const enrolment = Columns.of(EnrolmentRow).without('until');

/** One enrolment as the writers of rolls and registers see it. */
export type HeldEnrolment = RowOf<typeof enrolment>;

/** The first day the child was no longer on the roll; null while on it. */
export function untilOf({ leftOn, supersededOn }: Pick<HeldEnrolment, 'leftOn' | 'supersededOn'>): string | null {
  return leftOn ?? supersededOn;
}

/** The moment a batch is told. */
export interface Moment {
  /** In England. */
  readonly today: string;
  readonly now: string;
}
