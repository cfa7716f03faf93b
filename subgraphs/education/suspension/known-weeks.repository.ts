import type { Permit } from '../../../platform/access/permit.js';
import type { KnownSchoolWeek } from '../../../platform/code-sets/school-days.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';

const ofSchools = {
  name: 'education_weeks_of_schools',
  text: `select coalesce(c.urn, t.urn) as urn, coalesce(c.week_beginning, t.week_beginning) as "weekBeginning",
      coalesce(c.calendar_days, 0) as "calendarDays", coalesce(c.open_days, 0) as "openDays", t.school_days as "markedDays"
    from (select * from education.calendar_week w where w.urn = any ($1)) c
    full join (select * from education.school_week_total s where s.urn = any ($1)) t using (urn, week_beginning)`,
};

/** What schools’ calendars and registers tell of the days on which they were open. */
export class KnownWeeksRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofSchools(permit: Permit, urns: readonly string[]): Promise<readonly KnownSchoolWeek[]> {
    return this.unit.readOfNobody<KnownSchoolWeek>(permit, { ...ofSchools, values: [urns] });
  }
}
