import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { CalendarRepository } from '../calendar.repository.js';
import { refreshCalendarWeeks } from '../refresh-calendar-weeks.js';
import type { CalendarFact } from './fact.js';

/**
 * Writes calendars: what a file says of a school’s or an area’s school year takes the place of what was held of it. Of two files
 * that are given together the later goes first. They are about no child.
 */
export async function writeCalendars(
  writing: Writing,
  records: readonly ResolvedRecord<CalendarFact>[],
): Promise<Written> {
  const facts = records.flatMap((record) => record.facts);
  const nameOf = ({ scope, code, kind, from }: CalendarFact): string => `${scope} ${code} ${kind} ${from}`;
  const told = [...new Map(facts.map((fact) => [nameOf(fact), fact])).values()];
  const calendars = new CalendarRepository(writing);
  await calendars.begin();
  const written = await calendars.replace(told);
  await refreshCalendarWeeks(writing, await calendars.schoolsOf(told));
  return { written, unchanged: Math.max(0, facts.length - written) };
}
