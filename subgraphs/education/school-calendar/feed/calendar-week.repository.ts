import type { Permit } from '../../../../platform/access/permit.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { CalendarWeekRow } from '../calendar-week.row.js';

const week = Columns.of(CalendarWeekRow);

const after = {
  name: 'education_calendar_weeks_after',
  text: `select ${week.select('w')} from education.calendar_week w where w.version > $1 order by w.version limit $2`,
  parse: week.parser(),
};

/** What schools' calendars say week by week, in PostgreSQL. */
export class CalendarWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Those that changed after a version, in the order they changed. */
  changedAfter(permit: Permit, version: number, first: number): Promise<readonly RowOf<typeof week>[]> {
    return this.unit.readOfNobody(permit, { ...after, values: [version, first] });
  }
}
