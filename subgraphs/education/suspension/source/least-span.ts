import { Temporal } from 'temporal-polyfill';
import type { Interval } from '../../../../platform/ingest/interval.js';
import { isWeekday } from '../../../../platform/ingest/plain-date.js';
import { SESSIONS } from '../../../../platform/code-sets/register-week.js';
import { SessionOfDay } from '../../../../platform/vocabulary/session-of-day.js';
import { SuspensionCategory } from '../suspension-category.js';
import type { SuspensionFact } from './fact.js';

/** Half days, as texts that sort by time: a day and its session. */
const halfDay = (day: Temporal.PlainDate, half: number): string => `${day.toString()} ${SESSIONS[half] ?? ''}`;

/**
 * The half days that a suspension has at the least, if every weekday were a school day: a file is read without a calendar,
 * and what overlaps on these overlaps with any. Lunchtimes overlap nothing, and an exclusion for good has no sessions.
 */
export function leastSpan(fact: SuspensionFact): Interval {
  const { category, startedOn, session, sessions, served, cancelledOn } = fact;
  let day = Temporal.PlainDate.from(startedOn);
  let half = session === SessionOfDay.PM ? 1 : 0;
  const from = halfDay(day, half);
  const kept = cancelledOn === null ? (sessions ?? 0) : (served ?? 0);
  for (let left = category === SuspensionCategory.SUSPENSION ? kept : 0; left > 0; left--) {
    if (half === 0) half = 1;
    else {
      half = 0;
      do day = day.add({ days: 1 });
      while (!isWeekday(day.toString()));
    }
  }
  return { from, until: halfDay(day, half) };
}
