import { ATTENDANCE_CODES } from '../../../platform/code-sets/attendance-codes.js';
import { always, type ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';

/** A mark that a school put right. */
export interface ChangedMark {
  readonly id: string;
  readonly recordId: string;
  readonly on: string;
  readonly session: SessionOfDay;
  readonly was: string;
  readonly became: string;
  readonly recordedAt: string;
  readonly schoolName: string | null;
}

const markInWords = (code: string): string => ATTENDANCE_CODES.get(code)?.label ?? `Code ${code}`;

/** The marks that schools put right, each from what to what, by its published meaning. */
export const markChanges = (marks: readonly ChangedMark[]): ChangeFact[] =>
  marks.map(({ id, recordId, on, session, was, became, recordedAt, schoolName }) => ({
    ...{ key: `mark/${id}`, recordId, facet: null, at: new Date(recordedAt).toISOString() },
    what: `Attendance mark of ${dayInWords(on)}, ${session === SessionOfDay.AM ? 'morning' : 'afternoon'}`,
    ...{ from: markInWords(was), to: markInWords(became), by: schoolName, ...always },
  }));
