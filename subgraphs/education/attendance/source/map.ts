import path from 'node:path';
import { attendanceCode } from '../../../../platform/code-sets/attendance-codes.js';
import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { isWeekday } from '../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import { pupilIn } from '../../enrolment/source/pupil.js';
import type { SessionMarksFact } from './fact.js';
import type { AttendanceFields } from './parse.js';

type Draft = RecordDraft<keyof AttendanceFields>;

/**
 * One pupil's school day. A day with a code that was not in force is refused whole: a mark left out would read as
 * no mark made.
 */
export function map(parsed: Parsed<AttendanceFields>, bounds: DateBounds): MapResult<SessionMarksFact> {
  const draft = new RecordDraft(parsed, bounds);
  const urn = draft.shaped('urn', /^\d{6}$/, 'urn-shape', 'six digits');
  const date = draft.requiredDate('date', 'school-day');
  if (date !== '' && !isWeekday(date)) draft.reject('not-a-weekday', 'date is a Saturday or a Sunday.');
  const fact: SessionMarksFact = {
    kind: 'session-marks',
    urn,
    date,
    am: markIn(draft, 'am', date),
    pm: markIn(draft, 'pm', date),
    file: path.basename(parsed.file),
  };
  const person = pupilIn(draft, urn);
  draft.notBeforeBirth(person.dateOfBirth ?? '', date, ['dob', 'date']);
  return draft.finish(person, [fact]);
}

function markIn(draft: Draft, column: 'am' | 'pm', date: string): string | null {
  const code = draft.text(column);
  if (code !== null && date !== '' && attendanceCode(code, date) === null) {
    draft.reject('unknown-attendance-code', `${column} is not an attendance code in force on the day.`);
  }
  return code;
}
