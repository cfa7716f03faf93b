import type { Writing } from '../../../platform/db/write-unit.js';
import { CalendarRepository } from './calendar.repository.js';
import type { CalendarSpan } from './calendar-span.js';
import { type CalendarWeek, calendarWeeks } from './calendar-weeks.js';
import { heldCalendar } from './held-calendar.js';

const none: readonly CalendarSpan[] = [];

/**
 * Works out anew, week by week, what the calendars say of these schools, and says that there is news where anything changed.
 * Called wherever a calendar changes, or where a school lies.
 */
export async function refreshCalendarWeeks(writing: Writing, urns: readonly string[]): Promise<void> {
  if (urns.length === 0) return;
  const calendars = new CalendarRepository(writing);
  await calendars.begin();
  const schools = await calendars.placed(urns);
  const areas = await calendars.held(
    'AREA',
    schools.map(({ area }) => area),
  );
  const own = await calendars.held('SCHOOL', urns);
  // Most schools have their area’s calendar as it is: it is worked out once.
  const ofArea = new Map([...areas].map(([area, spans]) => [area, calendarWeeks(spans)]));
  const weeksOf = (urn: string, area: string): readonly CalendarWeek[] => {
    const spans = own.get(urn);
    return spans ? calendarWeeks(heldCalendar(spans, areas.get(area) ?? none)) : (ofArea.get(area) ?? []);
  };
  const weeks = schools.flatMap(({ urn, area }) => weeksOf(urn, area).map((week) => ({ urn, ...week })));
  const changed = await calendars.saveWeeks(urns, weeks);
  if (changed > 0) await writing.emitOfNobody('calendar-changed');
}
