import type { Permit } from '../../../platform/access/permit.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shownSchool, type StoredSchool } from './stored-school.js';

const byUrns = {
  name: 'education_schools_by_urn',
  text: `select ${shownSchool.select('s')} from education.school s where s.urn = any ($1)`,
  parse: shownSchool.parser(),
};

/** Schools in PostgreSQL. */
export class SchoolRepository {
  constructor(private readonly unit: UnitOfWork) {}

  byUrns(permit: Permit, urns: readonly string[]): Promise<readonly StoredSchool[]> {
    return this.unit.readOfNobody(permit, { ...byUrns, values: [urns] });
  }
}
