import { lastMonday } from './register-week.js';

/** Sessions that could have been attended, and those that were. */
export interface Tally {
  readonly possible: number;
  readonly attended: number;
}

/** What a child's own sessions of a week come to. */
export interface WeekTally extends Tally {
  /** The Monday. */
  readonly weekBeginning: string;
}

/** A week in which attendance fell, and what it fell from. */
export interface Fall<Week extends WeekTally> {
  readonly week: Week;
  /** Over the weeks it is compared with. */
  readonly before: Tally;
}

const comparedWith = 4;

/**
 * Whether attendance is at least ten points below what it was before, compared in integers: 60.0 to 50.0 is a drop, which
 * floating-point arithmetic would miss. Nothing possible now or before is no drop.
 */
function isDrop(now: Tally, before: Tally): boolean {
  if (now.possible === 0 || before.possible === 0) return false;
  const points = before.attended * now.possible - now.attended * before.possible;
  return 10 * points >= before.possible * now.possible;
}

/** What the four calendar weeks before one come to, of those of which anything is told. */
function sumBefore(monday: string, byMonday: ReadonlyMap<string, WeekTally>): Tally {
  const sum = { possible: 0, attended: 0 };
  let week = monday;
  for (let back = 0; back < comparedWith; back += 1) {
    week = lastMonday(week);
    sum.possible += byMonday.get(week)?.possible ?? 0;
    sum.attended += byMonday.get(week)?.attended ?? 0;
  }
  return sum;
}

/**
 * The weeks of a child at least ten points below the four calendar weeks before, of which any with nothing possible is left
 * out. A rule of the partnership's own.
 */
export function fallsOf<Week extends WeekTally>(weeks: readonly Week[]): Fall<Week>[] {
  const byMonday = new Map(weeks.map((week) => [week.weekBeginning, week]));
  return weeks
    .map((week) => ({ week, before: sumBefore(week.weekBeginning, byMonday) }))
    .filter(({ week, before }) => isDrop(week, before));
}
