import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { registeredSchools } from './registered-schools.repository.js';
import type { CalendarFact } from './fact.js';
import type { CalendarFields } from './parse.js';
import { schoolCalendarOf } from './school-calendar.js';
import { writeCalendars } from './write.js';

/**
 * Terms, closures and INSET days: agreed once a year. One batch, for a calendar’s school year is put in the place of what was
 * held of it, which needs all its rows; a thousand schools have some ten thousand.
 */
export const schoolCalendarSource: IngestSource<CalendarFields, CalendarFact> = {
  format: schoolCalendarOf(() => true),
  formatKept: async (lookUp) => {
    const urns = await registeredSchools(lookUp);
    return schoolCalendarOf((urn) => urns.has(urn));
  },
  records: null,
  tiers: ['EXISTENCE'],
  expectedEvery: '400 days',
  batch: { people: Infinity, facts: Infinity },
  write: writeCalendars,
};
