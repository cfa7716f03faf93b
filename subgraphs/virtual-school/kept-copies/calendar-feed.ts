import { z } from 'zod';
import type { AskFeed } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { KeptCalendarWeek } from '../attendance/kept-calendar-week.repository.js';

const calendarWeeks = /* GraphQL */ `
  query CalendarWeeks($since: String) {
    educationCalendarFeed(since: $since) {
      weeks {
        urn
        weekBeginning
        calendarDays
        openDays
        version
      }
      nextVersion
      more
    }
  }
`;

const days = z.number().int().min(0).max(31);
const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
// An answer of another shape, null included, ends the refresh: it must never be taken for "nothing is held".
const answer = z.object({
  educationCalendarFeed: z.object({
    weeks: z.array(
      z.object({ urn: z.string(), weekBeginning: z.string(), calendarDays: days, openDays: days, version }),
    ),
    nextVersion: version,
    more: z.boolean(),
  }),
});

/** What schools' calendars say of weeks that changed after a version; whether there is more to be had at once. */
export async function askCalendarWeeks(
  ask: AskFeed,
  after: number,
): Promise<{ readonly weeks: readonly KeptCalendarWeek[]; readonly since: number; readonly more: boolean }> {
  const told = answer.parse(await ask(Domain.EDUCATION, calendarWeeks, { since: String(after) }));
  const { weeks, nextVersion, more } = told.educationCalendarFeed;
  return { weeks, since: nextVersion, more };
}
