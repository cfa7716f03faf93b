import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { schoolRoll } from '../../enrolment/source/school-roll.js';
import { attendance } from './attendance.js';
import type { SessionMarksFact } from './fact.js';
import type { AttendanceFields } from './parse.js';
import { writeRegisters } from './write.js';

/** Registers: schools share them daily; a weekend does not make them late. */
export const attendanceSource: IngestSource<AttendanceFields, SessionMarksFact> = {
  format: attendance,
  records: schoolRoll,
  tiers: ['T2'],
  expectedEvery: '4 days',
  write: writeRegisters,
};
