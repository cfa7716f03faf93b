import { Temporal } from 'temporal-polyfill';
import { daysOfWeek, lastMonday, mondayOf, nextMonday } from '../../../platform/code-sets/register-week.js';
import { holds, type Interval, union } from '../../../platform/ingest/interval.js';
import type { HeldAllocation } from '../cohort/cohort-intervals.js';
import type { FollowedInterval } from '../cohort/duty.js';
import type { HeldInterval } from '../cohort/held-interval.js';
import type { Alert } from './alert.js';
import type { OwnWeek } from './own-weeks.js';
import { PLAN_STATUSES, type PlanStatus } from './plan-status.js';
import { mainSchoolOn, type RollSpan } from '../attendance/rolls.js';
import { teamOn } from '../cohort/team-on.js';

/** Weeks running of a child on a plan of which the same is to be said; most are one week. */
export interface PlanWeek {
  readonly weekBeginning: string;
  /** The Monday of the last of them; null where it is to be said of every later week. */
  readonly lastWeek: string | null;
  readonly status: PlanStatus;
  readonly schoolUrn: string | null;
  readonly team: string;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  readonly lastAttendedOn: string | null;
  readonly alerts: readonly Alert[];
}

/** What the weeks of a plan follow from. */
export interface Planned {
  readonly statuses: readonly FollowedInterval[];
  readonly allocations: readonly HeldAllocation[];
  readonly spells: readonly RollSpan[];
  readonly weeks: readonly OwnWeek[];
  readonly alerts: ReadonlyMap<string, readonly Alert[]>;
}

const dayBefore = (on: string): string => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();

/** The weeks of which any day is an interval's, as Mondays: half-open. */
const weeksOf = ({ from, until }: HeldInterval): Interval => ({
  from: mondayOf(from),
  until: until === null ? null : nextMonday(mondayOf(dayBefore(until))),
});

/** Every Monday from which on something else may be to be said: that of a week in which something is told, and the next. */
function turns({ statuses, allocations, spells, weeks, alerts }: Planned): string[] {
  const days = [...statuses, ...allocations, ...spells].flatMap(({ from, until }) => [from, ...(until ? [until] : [])]);
  const told = new Set([...days.map(mondayOf), ...weeks.map((week) => week.weekBeginning), ...alerts.keys()]);
  return [...new Set([...told].flatMap((monday) => [monday, nextMonday(monday)]))].sort();
}

/** What is held on the Friday of a week, else what was held last in it. */
function onFridayElseLast<Held>(week: string, heldOn: (on: string) => Held | null): Held | null {
  const days = daysOfWeek(week);
  for (const on of [...days.slice(4, 5), ...days.toReversed()]) {
    const held = heldOn(on);
    if (held !== null) return held;
  }
  return null;
}

/** What is to be said of one week; null where no plan is held in it. */
function said(of: Planned, week: string): Omit<PlanWeek, 'weekBeginning' | 'lastWeek'> | null {
  const statusOn = (on: string): PlanStatus | null =>
    PLAN_STATUSES.find((status) => of.statuses.some((one) => one.status === status && holds(one, on))) ?? null;
  const status = onFridayElseLast(week, statusOn);
  if (status === null) return null;
  const known = of.weeks.findLast(({ weekBeginning }) => weekBeginning <= week);
  const {
    possible = 0,
    attended = 0,
    authorised = 0,
    unauthorised = 0,
    late = 0,
  } = known?.weekBeginning === week ? known : {};
  return {
    status,
    schoolUrn: onFridayElseLast(week, (on) => mainSchoolOn(of.spells, on)),
    team: onFridayElseLast(week, (on) => teamOn(of.allocations, on) || null) ?? '',
    ...{ possible, attended, authorised, unauthorised, late },
    lastAttendedOn: known?.lastAttendedOn ?? null,
    alerts: of.alerts.get(week) ?? [],
  };
}

/** Every week with a day on a Child in Need or Child Protection plan, without a gap and each once. */
export function planWeeks(of: Planned): PlanWeek[] {
  const held = of.statuses.filter(({ status }) => PLAN_STATUSES.some((one) => one === status));
  const all = turns(of);
  return union(held.map(weeksOf)).flatMap(({ from, until }) => {
    const begins = [from, ...all.filter((monday) => from < monday && (until === null || monday < until))];
    return begins.flatMap((weekBeginning, at) => {
      const next = begins[at + 1] ?? until;
      const what = said(of, weekBeginning);
      return what === null ? [] : [{ weekBeginning, lastWeek: next && lastMonday(next), ...what }];
    });
  });
}
