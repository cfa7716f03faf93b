import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import type { EnrolmentFact } from './fact.js';
import type { SchoolCensusFields } from './parse.js';
import { schoolCensus } from './school-census.js';
import { schoolRoll } from './school-roll.js';
import { writeRolls } from './write.js';

/** Rolls: the census is termly, and the longest gap is from May to October. */
export const schoolCensusSource: IngestSource<SchoolCensusFields, EnrolmentFact> = {
  format: schoolCensus,
  records: schoolRoll,
  tiers: ['T2'],
  expectedEvery: '5 months',
  write: writeRolls,
};
