import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import type { SchoolFact } from './fact.js';
import { gias } from './gias.js';
import type { GiasFields } from './parse.js';
import { writeSchools } from './write.js';

/** The register of schools: published daily, agreed monthly. */
export const giasSource: IngestSource<GiasFields, SchoolFact> = {
  format: gias,
  records: null,
  tiers: ['EXISTENCE'],
  expectedEvery: '35 days',
  write: writeSchools,
};
