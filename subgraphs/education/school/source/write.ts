import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { refreshCalendarWeeks } from '../../school-calendar/refresh-calendar-weeks.js';
import type { SchoolFact } from './fact.js';
import { RegisterRepository } from './register.repository.js';

/** Writes schools of the register. They are about no child; which calendar holds for a school follows from where it lies. */
export async function writeSchools(writing: Writing, records: readonly ResolvedRecord<SchoolFact>[]): Promise<Written> {
  const schools = records.flatMap(({ facts }) => facts);
  const written = await new RegisterRepository(writing).save(schools);
  if (written > 0)
    await refreshCalendarWeeks(
      writing,
      schools.map(({ urn }) => urn),
    );
  return { written, unchanged: schools.length - written };
}
