import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import type { Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SchoolCalendarRepository } from './school-calendar.repository.js';

const document = /* GraphQL */ `
  query CalendarFeed($since: String) {
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

// An answer of another shape, null included, throws: it must never be taken for "no calendar is held".
const answerSchema = z.object({
  weeks: z.array(z.object({ urn: z.string(), weekBeginning: z.string(), calendarDays: days, openDays: days, version })),
  nextVersion: version,
  more: z.boolean(),
});

/**
 * Keeps on which days schools are closed, so that no team meets on one: hears that a calendar changed, and asks education for the
 * weeks that changed since the copy was last made. A week that is taken back comes as one of which nothing is said.
 */
export const calendarFeed: Consumer = {
  name: 'calendar-feed',
  holder: Domain.PARTNERSHIP,
  operations: ['EDUCATION:calendar-feed', 'PARTNERSHIP:keep-calendars:WRITE'],
  hears: [{ from: Domain.EDUCATION, topics: ['calendar-changed'] }],
  // What it hears is of no child.
  refresh: () => Promise.resolve(),
  async caughtUp({ caller, ask, keep }) {
    const want = { holder: Domain.PARTNERSHIP, tier: 'EXISTENCE', act: 'WRITE', operation: 'keep-calendars' } as const;
    const permits = [Permit.forSystem(caller, want)];
    let since = 0;
    await keep(permits, [], async (writing) => {
      since = await new SchoolCalendarRepository(writing).lastVersion();
    });
    for (let more = true; more;) {
      const answer = await ask(Domain.EDUCATION, document, { since: String(since) });
      const told = answerSchema.parse(answer['educationCalendarFeed']);
      if (told.weeks.length > 0)
        await keep(permits, [], (writing) => new SchoolCalendarRepository(writing).keep(told.weeks));
      since = told.nextVersion;
      ({ more } = told);
    }
  },
};
