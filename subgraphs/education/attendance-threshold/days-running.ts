import type { PupilDay } from './pupil-days.js';
import type { Standing } from './standing.js';

/** What is looked for, and within which school year. */
interface Running {
  readonly limit: number;
  readonly isOne: (day: PupilDay) => boolean;
  /** The first day of the school year. */
  readonly since: string;
}

/**
 * School days of one kind that follow on one another: the latest run that came to the limit and has a day in the school year, for
 * it is to be acted upon though the child is back; else the one that goes on at the end of the days; null where none does.
 * Weekends, holidays, closures and days on which the child could attend nothing there are no days, and end no run.
 */
export function daysRunning(days: readonly PupilDay[], { limit, isOne, since }: Running): Standing | null {
  const runs: [string, ...string[]][] = [];
  let going = false;
  for (const day of days) {
    const one = isOne(day);
    if (one && going) runs.at(-1)?.push(day.on);
    else if (one) runs.push([day.on]);
    going = one;
  }
  const ofYear = runs.filter((run) => lastOf(run) >= since);
  const told = ofYear.findLast((run) => run.length >= limit) ?? (going ? ofYear.at(-1) : undefined);
  return told ? { count: told.length, from: told[0], to: lastOf(told), reachedOn: told[limit - 1] ?? null } : null;
}

const lastOf = (run: readonly [string, ...string[]]): string => run.at(-1) ?? run[0];
