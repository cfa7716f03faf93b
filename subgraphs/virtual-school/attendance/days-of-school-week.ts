/**
 * The weekdays on which a school is known to have been open in a week, a bit a weekday, in SQL: of `s`, a row of kept_school_week,
 * and `c`, one of kept_calendar_week, of which either may be missing. Where the calendar speaks of a day it decides, as in
 * platform/code-sets/school-days.ts; null where nothing is known, and where no day of it is known to have been open but some
 * are not known at all.
 */
export const daysOfSchoolWeek = `case
    when s.school_days is null and (c.calendar_days is null or c.calendar_days < 31 and c.open_days = 0) then null
    else coalesce(s.school_days, 0) & ~coalesce(c.calendar_days, 0) | coalesce(c.open_days, 0) end`;
