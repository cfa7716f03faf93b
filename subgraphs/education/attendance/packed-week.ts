import type { Interval } from '../../../platform/ingest/interval.js';

/** One enrolment's week as it is stored, and where its marks count. */
export interface PackedWeek {
  /** The Monday, YYYY-MM-DD. */
  readonly weekBeginning: string;
  /** Ten bytes: see packWeek. */
  readonly marks: Uint8Array;
  /**
   * The days the child was on the roll of the school that made the marks, as all of the child's records know them; null
   * where no roll of that school is held, only its registers.
   */
  readonly onRoll: readonly Interval[] | null;
}
