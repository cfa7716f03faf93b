import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { CalendarWeekRow } from './calendar-week.row.js';
import { CalendarFeedResolver } from './feed/calendar-feed.resolver.js';
import { SchoolCalendarRow } from './school-calendar.row.js';
import { schoolCalendarSource } from './source/source.js';

/** On which days schools are open: terms, closures and INSET days, of a school or of all of an area. */
export const schoolCalendar: Concept<EducationServices> = {
  rows: [SchoolCalendarRow, CalendarWeekRow],
  resolvers: [CalendarFeedResolver],
  ingest: () => [schoolCalendarSource],
};
