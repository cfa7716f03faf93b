import type { Permit } from '../../../../platform/access/permit.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import { SchoolWeekTotalRow } from '../school-week-total.row.js';

const total = Columns.of(SchoolWeekTotalRow);

/** A school's week as it was counted last. */
export type SchoolWeekTotal = RowOf<typeof total>;

const after = {
  name: 'education_school_weeks_after',
  text: `select ${total.select('t')} from education.school_week_total t where t.version > $1 order by t.version limit $2`,
  parse: total.parser(),
};

/** Schools' weeks in PostgreSQL. */
export class SchoolWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Those counted after a version, in the order they were counted. */
  countedAfter(permit: Permit, version: number, first: number): Promise<readonly SchoolWeekTotal[]> {
    return this.unit.readOfNobody(permit, { ...after, values: [version, first] });
  }
}
