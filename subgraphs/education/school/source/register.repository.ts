import { Columns } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { SchoolRow } from '../../school/school.row.js';
import type { SchoolFact } from './fact.js';

const school = Columns.of(SchoolRow);

/** The register of schools as bulk writes need it. */
export class RegisterRepository {
  constructor(private readonly writing: Writing) {}

  /** Returns how many schools were added or changed. */
  save(schools: readonly SchoolFact[]): Promise<number> {
    return this.writing.upsert(school, schools);
  }
}
