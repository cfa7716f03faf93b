import { Temporal } from 'temporal-polyfill';
import { SessionOfDay } from '../vocabulary/session-of-day.js';

/** A week of a register: ten codes, Monday morning to Friday afternoon, null where no mark was made. */
export interface RegisterWeek {
  /** The Monday, YYYY-MM-DD. */
  readonly weekBeginning: string;
  readonly codes: readonly (string | null)[];
}

/** Monday to Friday. */
const DAYS_A_WEEK = 5;

/** The sessions of a day in order. */
export const SESSIONS: readonly SessionOfDay[] = [SessionOfDay.AM, SessionOfDay.PM];

/** Ten sessions make a school week. */
export const SESSIONS_A_WEEK = DAYS_A_WEEK * SESSIONS.length;

/** Monday to Sunday. */
const DAYS_OF_A_WEEK = 7;

// Calendar arithmetic costs about 12 µs a day and a year of a child's marks needs 190 days, so what it came to is remembered:
// some 40 weeks a year are ever asked for. The bound is for a source that sends nonsense.
const REMEMBERED = 10_000;

function remembering<Value>(made: (day: string) => Value): (day: string) => Value {
  const remembered = new Map<string, Value>();
  return (day) => {
    const known = remembered.get(day);
    if (known !== undefined) return known;
    const value = made(day);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(day, value);
    return value;
  };
}

/** The seven days of the week that begins on a Monday, in order. */
export const daysOfWeek: (weekBeginning: string) => readonly string[] = remembering((weekBeginning) => {
  const monday = Temporal.PlainDate.from(weekBeginning);
  return Array.from({ length: DAYS_OF_A_WEEK }, (_, index) => monday.add({ days: index }).toString());
});

/** The five school days of the week that begins on a Monday, in order. */
export const schoolDays: (weekBeginning: string) => readonly string[] = remembering((weekBeginning) =>
  daysOfWeek(weekBeginning).slice(0, DAYS_A_WEEK),
);

/** The Monday of a day's week, YYYY-MM-DD. */
export const mondayOf: (on: string) => string = remembering((on) => {
  const day = Temporal.PlainDate.from(on);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
});

/** The Monday after one, and the one before it. */
export const nextMonday: (weekBeginning: string) => string = remembering((weekBeginning) =>
  Temporal.PlainDate.from(weekBeginning).add({ weeks: 1 }).toString(),
);
export const lastMonday: (weekBeginning: string) => string = remembering((weekBeginning) =>
  Temporal.PlainDate.from(weekBeginning).subtract({ weeks: 1 }).toString(),
);
