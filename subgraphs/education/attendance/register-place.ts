import { Temporal } from 'temporal-polyfill';
import { SESSIONS } from '../../../platform/code-sets/register-week.js';

/** Where a school day stands in a register. */
export interface RegisterPlace {
  /** The Monday of its week. */
  readonly weekBeginning: string;
  /** The slot of its morning among the ten sessions of the week; the afternoon is the next. */
  readonly morning: number;
}

// A year's file names some 190 days a hundred thousand times over. The bound is for a source that sends nonsense.
const rememberedDays = 5_000;
const remembered = new Map<string, RegisterPlace>();

/** Where a weekday, YYYY-MM-DD, stands in its week's register. */
export function registerPlace(on: string): RegisterPlace {
  const known = remembered.get(on);
  if (known) return known;
  const day = Temporal.PlainDate.from(on);
  const place = {
    weekBeginning: day.subtract({ days: day.dayOfWeek - 1 }).toString(),
    morning: (day.dayOfWeek - 1) * SESSIONS.length,
  };
  if (remembered.size >= rememberedDays) remembered.clear();
  remembered.set(on, place);
  return place;
}
