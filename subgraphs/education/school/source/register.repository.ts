import { Columns } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { SchoolRow } from '../../school/school.row.js';
import type { SchoolFact } from './fact.js';

const school = Columns.of(SchoolRow);
const named = school.only('urn', 'name');

/** The register of schools as bulk writes need it. */
export class RegisterRepository {
  constructor(private readonly writing: Writing) {}

  /** Returns how many schools were added or changed. Of one that is named, or renamed, it is said of the children of its rolls. */
  async save(schools: readonly SchoolFact[]): Promise<number> {
    const renamed = await this.writing.query<{ readonly urn: string }>(
      `select x.urn from jsonb_to_recordset($1) x(${named.recordset}) left join ${school.table} s on s.urn = x.urn
        where x.name is distinct from s.name`,
      [named.json(schools)],
    );
    const written = await this.writing.upsert(school, schools);
    if (renamed.length > 0)
      await this.writing.query('select education.say_renamed($1)', [renamed.map(({ urn }) => urn)]);
    return written;
  }
}
