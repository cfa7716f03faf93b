import { attendanceCode } from '../../../../platform/code-sets/attendance-codes.js';
import { tidyName } from '../../../../platform/identity-client/identifier/name.js';
import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { identifiersOf, upnIn } from '../../../../platform/ingest/person-field.js';
import { isWeekday } from '../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { pupilKey } from '../../enrolment/source/pupil.js';
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
  };
  const person = personOf(draft, urn);
  draft.notBeforeBirth(person.dateOfBirth ?? '', date, ['dob', 'date']);
  return draft.finish(person, [fact]);
}

function personOf(draft: Draft, urn: string): PersonEvidence {
  const upn = upnIn(draft, 'upn');
  const family = tidyName(draft.required('surname'));
  const given = tidyName(draft.required('forename'));
  const dateOfBirth = draft.requiredDate('dob', 'birth');
  const { source, sourceKey } = pupilKey({ urn, upn, family, given, dateOfBirth });
  return {
    source,
    sourceKey,
    given,
    family,
    preferred: null,
    previousFamily: null,
    dateOfBirth,
    sex: 'UNKNOWN',
    postcode: null,
    identifiers: identifiersOf(['UPN', upn]),
  };
}

function markIn(draft: Draft, column: 'am' | 'pm', date: string): string | null {
  const code = draft.text(column);
  if (code !== null && date !== '' && attendanceCode(code, date) === null) {
    draft.reject('unknown-attendance-code', `${column} is not an attendance code in force on the day.`);
  }
  return code;
}
