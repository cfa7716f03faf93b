import type { Permit } from '../../../platform/access/permit.js';
import type { KnownSchoolWeek } from '../../../platform/code-sets/school-days.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { SchoolWeekTotalRow } from '../school-week/school-week-total.row.js';

const total = Columns.of(SchoolWeekTotalRow).only('urn', 'weekBeginning', 'schoolDays');

const ofSchools = {
  name: 'education_weeks_of_schools',
  text: `select ${total.select('t')} from education.school_week_total t where t.urn = any ($1)`,
  parse: total.parser(),
};

/** What schools’ registers tell of the days on which they were open. */
export class KnownWeeksRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async ofSchools(permit: Permit, urns: readonly string[]): Promise<readonly KnownSchoolWeek[]> {
    const weeks = await this.unit.readOfNobody<RowOf<typeof total>>(permit, { ...ofSchools, values: [urns] });
    return weeks.map(({ schoolDays, ...week }) => ({ ...week, calendarDays: 0, openDays: 0, markedDays: schoolDays }));
  }
}
