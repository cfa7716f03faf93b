import type { Permit } from '../../../platform/access/permit.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shownSchool, type StoredSchool } from './stored-school.js';

const byUrns = {
  name: 'education_schools_by_urn',
  text: `select ${shownSchool.select('s')} from education.school s where s.urn = any ($1)`,
  parse: shownSchool.parser(),
};

// From one school's number to the next, along the key: a school has hundreds of weeks, and one is enough to know it by.
const withRegisters = {
  name: 'education_schools_with_registers',
  text: `with recursive known as (
      select min(t.urn) as urn from education.school_week_total t
      union all
      select (select min(t.urn) from education.school_week_total t where t.urn > k.urn) from known k where k.urn is not null)
    select k.urn, ${shownSchool.without('urn').select('s')} from known k left join education.school s on s.urn = k.urn
    where k.urn is not null and exists (
      select from education.school_week_total t where t.urn = k.urn and t.week_beginning >= $1 and t.pupils > 0)`,
  parse: shownSchool.parser(),
};

/** Schools in PostgreSQL. */
export class SchoolRepository {
  constructor(private readonly unit: UnitOfWork) {}

  byUrns(permit: Permit, urns: readonly string[]): Promise<readonly StoredSchool[]> {
    return this.unit.readOfNobody(permit, { ...byUrns, values: [urns] });
  }

  /** Those at which anybody could have attended in a week that begins no earlier, in no order. */
  withRegistersSince(permit: Permit, monday: string): Promise<readonly StoredSchool[]> {
    return this.unit.readOfNobody(permit, { ...withRegisters, values: [monday] });
  }
}
