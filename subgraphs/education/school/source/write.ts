import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import type { SchoolFact } from './fact.js';
import { RegisterRepository } from './register.repository.js';

/** Writes schools of the register. They are about no child, so nothing follows from them. */
export async function writeSchools(writing: Writing, records: readonly ResolvedRecord<SchoolFact>[]): Promise<Written> {
  const schools = records.flatMap(({ facts }) => facts);
  const written = await new RegisterRepository(writing).save(schools);
  return { written, unchanged: schools.length - written };
}
