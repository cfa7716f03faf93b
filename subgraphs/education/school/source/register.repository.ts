import type { Writing } from '../../../../platform/db/write-unit.js';
import type { SchoolFact } from './fact.js';

const table = {
  table: 'education.school',
  columns: {
    urn: 'text',
    name: 'text',
    type: 'text',
    phase: 'text',
    status: 'text',
    local_authority_code: 'text',
    local_authority_name: 'text',
    establishment_number: 'text',
    opened_on: 'date',
    closed_on: 'date',
    lowest_age: 'int',
    highest_age: 'int',
    postcode: 'text',
  },
  key: ['urn'],
};

/** The register of schools as bulk writes need it. */
export class RegisterRepository {
  constructor(private readonly writing: Writing) {}

  /** Returns how many schools were added or changed. */
  save(schools: readonly SchoolFact[]): Promise<number> {
    const rows = schools.map((school) => ({
      urn: school.urn,
      name: school.name,
      type: school.type,
      phase: school.phase,
      status: school.status,
      local_authority_code: school.localAuthorityCode,
      local_authority_name: school.localAuthorityName,
      establishment_number: school.establishmentNumber,
      opened_on: school.openedOn,
      closed_on: school.closedOn,
      lowest_age: school.lowestAge,
      highest_age: school.highestAge,
      postcode: school.postcode,
    }));
    return this.writing.upsert(table, rows);
  }
}
