import type { IngestSource } from '../../../platform/ingest/ingest-source.js';
import { attendance } from './attendance/attendance.js';
import type { SessionMarksFact } from './attendance/fact.js';
import type { AttendanceFields } from './attendance/parse.js';
import { writeRegisters } from './attendance/write.js';
import type { SchoolFact } from './gias/fact.js';
import { gias } from './gias/gias.js';
import type { GiasFields } from './gias/parse.js';
import { writeSchools } from './gias/write.js';
import type { EnrolmentFact } from './school-census/fact.js';
import type { SchoolCensusFields } from './school-census/parse.js';
import { schoolCensus } from './school-census/school-census.js';
import { schoolRoll } from './school-census/school-roll.js';
import { writeRolls } from './school-census/write.js';

/** The register of schools: published daily, agreed monthly. */
export const giasSource: IngestSource<GiasFields, SchoolFact> = {
  format: gias,
  records: null,
  tiers: ['EXISTENCE'],
  expectedEvery: '35 days',
  write: writeSchools,
};

/** Rolls: the census is termly, and the longest gap is from May to October. */
export const schoolCensusSource: IngestSource<SchoolCensusFields, EnrolmentFact> = {
  format: schoolCensus,
  records: schoolRoll,
  tiers: ['T2'],
  expectedEvery: '5 months',
  write: writeRolls,
};

/** Registers: schools share them daily; a weekend does not make them late. */
export const attendanceSource: IngestSource<AttendanceFields, SessionMarksFact> = {
  format: attendance,
  records: schoolRoll,
  tiers: ['T2'],
  expectedEvery: '4 days',
  write: writeRegisters,
};
