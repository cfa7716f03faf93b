import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { calendarFeed } from './calendar-feed.js';
import { KeptCalendarWeekRow } from './kept-calendar-week.row.js';

/** On which days schools are closed, as education's calendars have it. */
export const schoolCalendar: Concept<PartnershipServices> = {
  rows: [KeptCalendarWeekRow],
  consumers: [calendarFeed],
};
