import type { Example, ExampleChild } from './example.js';
import {
  counted,
  type Counted,
  holds,
  isPossible,
  kindOf,
  mondayOf,
  percent,
  plusDays,
  type Session,
  sessionsOf,
  weekdayOf,
} from './oracle.js';

/** One child of a week's list, by rules A1 to A8 of the example. */
export interface Listed {
  readonly child: string;
  readonly status: string;
  readonly urn: string | null;
  readonly team: string | null;
  readonly possible: number;
  readonly attended: number;
  readonly percent: number | null;
  /** The percent of each week of the example up to this one, oldest first. */
  readonly trend: readonly (number | null)[];
  readonly lastAttendedOn: string | null;
  readonly daysSinceAttended: number | null;
  readonly alerts: readonly string[];
}

const plans = ['CHILD_PROTECTION', 'CHILD_IN_NEED'];

const daysOf = (week: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((days) => plusDays(week, days));

/** A8: what held on the Friday, else what held last in that week. */
function held<Value>(week: string, on: (day: string) => Value | undefined): Value | null {
  const days = daysOf(week);
  for (const day of [days[4] ?? '', ...days.reverse()]) {
    const found = on(day);
    if (found !== undefined) return found;
  }
  return null;
}

const attendedIn = (sessions: readonly Session[]): string[] =>
  sessions
    .filter(({ code }) => kindOf(code) === 'ATTENDED')
    .map(({ day }) => day)
    .sort();

/** A1: an N on each of two of the child's consecutive school days, the second in the week. */
function unexplained(sessions: readonly Session[], week: string): boolean {
  const days = [...new Set(sessions.filter(isPossible).map(({ day }) => day))].sort();
  const missed = (day: string | undefined): boolean => sessions.some((one) => one.day === day && one.code === 'N');
  return days.some((day, at) => at > 0 && mondayOf(day) === week && missed(day) && missed(days[at - 1]));
}

/** A2: ten points below the four calendar weeks before, those without a possible session left out. */
function dropped(now: Counted, earlier: Counted): boolean {
  if (now.possible === 0 || earlier.possible === 0) return false;
  const fall = 10 * (earlier.attended * now.possible - now.attended * earlier.possible);
  return fall >= earlier.possible * now.possible;
}

/** The alerts of a child’s week, whatever the status. */
export function alertsOf(child: ExampleChild, sessions: readonly Session[], week: string): string[] {
  const days = daysOf(week);
  const inWeeks = (weeks: readonly string[]) => counted(sessions.filter(({ day }) => weeks.includes(mondayOf(day))));
  const before = [1, 2, 3, 4].map((weeks) => plusDays(week, -7 * weeks));
  const main = child.enrolments.filter(({ status }) => status === 'C' || status === 'M');
  const found: Readonly<Record<string, boolean>> = {
    DROP: dropped(inWeeks([week]), inWeeks(before)),
    PART_TIME: sessions.some(({ day, code }) => code === 'C2' && mondayOf(day) === week),
    SCHOOL_MOVE: main.some(
      (one) => days.includes(one.from) && main.some(({ urn, from }) => urn !== one.urn && from < one.from),
    ),
    SUSPENSION: child.suspensions.some(
      ({ startedOn, category, cancelledOn }) =>
        category !== 'LNCH' && cancelledOn === undefined && days.includes(startedOn),
    ),
    UNEXPLAINED: unexplained(sessions, week),
    WORKER_CHANGE: child.allocations.some(
      (one) => days.includes(one.from) && child.allocations.some(({ from }) => from < one.from),
    ),
  };
  return Object.keys(found).filter((kind) => found[kind]);
}

/** A7: school days of the child's school of that week after the last attended day, to the week's end. */
function daysSince(area: Example, urn: string | null, last: string | undefined, week: string): number | null {
  if (last === undefined) return null;
  const closed = area.schools.find((school) => school.urn === urn)?.closedDays ?? {};
  let days = 0;
  for (let day = plusDays(last, 1); day <= plusDays(week, 6); day = plusDays(day, 1))
    if (weekdayOf(day) < 5 && !(day in closed) && day <= area.asAt) days += 1;
  return days;
}

function listed(area: Example, child: ExampleChild, week: string): Listed | null {
  const days = daysOf(week);
  const own = child.statuses.filter((one) => plans.includes(one.status));
  const status = held(week, (day) => own.find((one) => holds(one, day))?.status);
  if (status === null) return null;
  const sessions = sessionsOf(child);
  const ofWeek = (monday: string) => counted(sessions.filter(({ day }) => mondayOf(day) === monday));
  const main = child.enrolments.filter((one) => one.status === 'C' || one.status === 'M');
  const urn = held(week, (day) => main.find((one) => holds(one, day))?.urn);
  const last = attendedIn(sessions.filter(({ day }) => day <= (days[6] ?? ''))).at(-1);
  const { possible, attended } = ofWeek(week);
  return {
    ...{ child: child.key, status, urn, possible, attended, percent: percent(attended, possible) },
    team: held(week, (day) => child.allocations.find((one) => holds(one, day))?.team),
    trend: area.weeks.filter((one) => one <= week).map((one) => ofWeek(one).percent),
    lastAttendedOn: last ?? null,
    daysSinceAttended: daysSince(area, urn, last, week),
    alerts: alertsOf(child, sessions, week),
  };
}

/** Everyone whose plan was open on a day of the week, most alerts first, then the lowest percent; ties in the example's own order. */
export function listOf(area: Example, week: string): Listed[] {
  const all = area.children.map((child) => listed(area, child, week)).filter((one) => one !== null);
  return all.sort((a, b) => b.alerts.length - a.alerts.length || (a.percent ?? 101) - (b.percent ?? 101));
}

/** Whom an adviser may see on the area's day: a plan is open, or the child is looked after. */
export const openToAdviser = ({ children, asAt }: Example): string[] =>
  children
    .filter(({ statuses }) => statuses.some((one) => one.status !== 'ASSESSMENT' && holds(one, asAt)))
    .map(({ key }) => key);
