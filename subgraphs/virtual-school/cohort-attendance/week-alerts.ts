import { fallsOf } from '../../../platform/code-sets/attendance-fell.js';
import { mondayOf } from '../../../platform/code-sets/register-week.js';
import type { Session } from '../../../platform/code-sets/sessions.js';
import { unexplainedDays } from '../../../platform/code-sets/unexplained-days.js';
import { groupBy } from '../../../platform/record/batch.js';
import { type Alert, ALERT_KINDS, type AlertKind } from './alert.js';
import type { OwnWeek } from './own-weeks.js';
import type { RollSpan } from '../attendance/rolls.js';

/** Everything of one child that the alerts go by; sessions in order of time. */
export interface Watched {
  readonly sessions: readonly Session[];
  readonly weeks: readonly OwnWeek[];
  readonly spells: readonly RollSpan[];
  /** The first days of allocations. */
  readonly allocated: readonly string[];
  /** First days of suspensions and permanent exclusions that were not cancelled. */
  readonly suspended: readonly string[];
}

/** A day in whose week something is told, and the day since which it holds. */
interface Told {
  readonly on: string;
  readonly since: string;
}

/** In the week of the second day, since the first. */
const unexplained = (sessions: readonly Session[]): Told[] =>
  unexplainedDays(sessions).map(({ first, second }) => ({ on: second, since: first }));

/** Main enrolments of a child who was on another school’s roll before. */
function moves(spells: readonly RollSpan[]): Told[] {
  const follows = (one: RollSpan): boolean =>
    spells.some((other) => other.schoolUrn !== one.schoolUrn && other.from < one.from);
  return spells.filter((one) => one.main && follows(one)).map(({ from }) => ({ on: from, since: from }));
}

/** Allocations that follow another. */
function handovers(allocated: readonly string[]): Told[] {
  const [first] = [...allocated].sort();
  return allocated.filter((on) => first !== undefined && first < on).map((on) => ({ on, since: on }));
}

/** Weeks at least ten points below those before. */
const drops = (weeks: readonly OwnWeek[]): Told[] => fallsOf(weeks).map(({ week }) => onDay(week.weekBeginning));

const onDay = (on: string): Told => ({ on, since: on });

/**
 * The alerts of every week, by rules of the partnership: an N on each of two school days running; at least ten points below
 * the four weeks before; a part-time timetable; a suspension; a move of school; another worker. Each kind once a week,
 * since its first day; a week without any is not there.
 */
export function weekAlerts(of: Watched): ReadonlyMap<string, readonly Alert[]> {
  const told: Readonly<Record<AlertKind, readonly Told[]>> = {
    UNEXPLAINED: unexplained(of.sessions),
    DROP: drops(of.weeks),
    PART_TIME: of.sessions.filter(({ code }) => code === 'C2').map(({ on }) => onDay(on)),
    SUSPENSION: of.suspended.map(onDay),
    SCHOOL_MOVE: moves(of.spells),
    WORKER_CHANGE: handovers(of.allocated),
  };
  const alerts = ALERT_KINDS.flatMap((kind) => firstOfEachWeek(told[kind]).map((one) => ({ kind, ...one })));
  return new Map(
    [...groupBy(alerts, ({ week }) => week)].map(([week, within]) => [
      week,
      within.map(({ kind, since }) => ({ kind, since })),
    ]),
  );
}

function firstOfEachWeek(told: readonly Told[]): { readonly week: string; readonly since: string }[] {
  return [...groupBy(told, ({ on }) => mondayOf(on))].flatMap(([week, within]) => {
    const [since] = within.map((one) => one.since).sort();
    return since === undefined ? [] : [{ week, since }];
  });
}
