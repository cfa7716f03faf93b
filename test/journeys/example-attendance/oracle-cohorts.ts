import type { Example, ExampleChild } from './example.js';
import {
  counted,
  holds,
  isPossible,
  mondayOf,
  percent,
  plusDays,
  schoolWeek,
  type Session,
  sessionsWhile,
} from './oracle.js';

export type Dimension =
  'WEEK' | 'TERM' | 'SCHOOL' | 'PHASE' | 'SOCIAL_WORK_TEAM' | 'SEN_PROVISION' | 'FREE_SCHOOL_MEALS';

const held = (child: ExampleChild, day: string, ...statuses: readonly string[]): boolean =>
  child.statuses.some((one) => statuses.includes(one.status) && holds(one, day));

const allocatedAs = (child: ExampleChild, day: string, socialWorker: boolean): boolean =>
  child.allocations.some((one) => holds(one, day) && (one.role === 'SOCIAL_WORKER') === socialWorker);

const hasWorker = (child: ExampleChild, day: string): boolean =>
  allocatedAs(child, day, true) || held(child, day, 'CHILD_PROTECTION', 'LOOKED_AFTER');

/** Every day from one to another, both included. */
function* days(from: string, to: string): Generator<string> {
  for (let day = from; day <= to; day = plusDays(day, 1)) yield day;
}

const onAny = (from: string, to: string, is: (day: string) => boolean): boolean => [...days(from, to)].some(is);

const earliest = '2019-01-01';
/** The six years up to and including the day. */
const sixYearsBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 6)}${day.slice(4)}`;

/** What each cohort's definition says of a day. */
const definitions: Readonly<Record<string, (child: ExampleChild, day: string) => boolean>> = {
  CHILD_PROTECTION: (child, day) => held(child, day, 'CHILD_PROTECTION'),
  CHILD_IN_NEED: (child, day) => held(child, day, 'CHILD_IN_NEED'),
  LOOKED_AFTER: (child, day) => held(child, day, 'LOOKED_AFTER'),
  ON_PLAN: (child, day) => held(child, day, 'CHILD_PROTECTION', 'CHILD_IN_NEED'),
  SOCIAL_WORKER_NOW: hasWorker,
  IN_NEED_SIX_YEARS: (child, day) =>
    onAny(sixYearsBefore(day), day, (on) => held(child, on, 'CHILD_PROTECTION', 'CHILD_IN_NEED', 'LOOKED_AFTER')),
  // A Child in Need plan counts where nobody else is named who leads it.
  EVER_SOCIAL_WORKER: (child, day) =>
    onAny(
      earliest,
      day,
      (on) => hasWorker(child, on) || (held(child, on, 'CHILD_IN_NEED') && !allocatedAs(child, on, false)),
    ),
  KINSHIP: () => false,
};

const found = new WeakMap<ExampleChild, Map<string, boolean>>();

/** Asked once of a child and day: some definitions look years back. */
function inCohort(cohort: string, child: ExampleChild, day: string): boolean {
  const within = definitions[cohort];
  if (!within) throw new TypeError(`There is no cohort ${cohort} in the rules.`);
  const known = found.get(child) ?? new Map<string, boolean>();
  found.set(child, known);
  const key = `${cohort} ${day}`;
  const answer = known.get(key) ?? within(child, day);
  known.set(key, answer);
  return answer;
}

export const cohortNames: readonly string[] = Object.keys(definitions);

const provisions: Readonly<Record<string, string>> = { N: 'NONE', K: 'SEN_SUPPORT', E: 'EHC_PLAN' };
const meals: Readonly<Record<string, string>> = { '1': 'YES', '0': 'NO', '': 'UNKNOWN' };

function termOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const start = month >= 9 ? year : year - 1;
  const name = month >= 9 ? 'Autumn' : month <= 3 ? 'Spring' : 'Summer';
  return `${String(start)}/${String((start + 1) % 100).padStart(2, '0')} ${name}`;
}

function keyOf(
  area: Example,
  child: ExampleChild,
  { day, urn }: Pick<Session, 'day' | 'urn'>,
  by: readonly Dimension[],
): string[] {
  const parts: Readonly<Record<Dimension, string>> = {
    WEEK: mondayOf(day),
    TERM: termOf(day),
    SCHOOL: urn,
    PHASE: area.schools.find((school) => school.urn === urn)?.phase ?? '',
    // R6: the team allocated on the day.
    SOCIAL_WORK_TEAM: child.allocations.find((one) => holds(one, day))?.team ?? '',
    SEN_PROVISION: provisions[child.senProvision] ?? '',
    FREE_SCHOOL_MEALS: meals[child.freeSchoolMeals] ?? '',
  };
  return by.map((dimension) => parts[dimension]);
}

interface Of {
  readonly child: ExampleChild;
  readonly sessions: Session[];
}

/** The possible sessions of the cohort, group by group and child by child. */
function grouped(area: Example, cohort: string, by: readonly Dimension[]): { key: string[]; of: Of[] }[] {
  const groups = new Map<string, { key: string[]; of: Map<string, Of> }>();
  for (const child of area.children)
    for (const session of sessionsWhile(child, (day) => inCohort(cohort, child, day)).filter(isPossible)) {
      const key = keyOf(area, child, session, by);
      const group = groups.get(key.join('|')) ?? { key, of: new Map<string, Of>() };
      const own = group.of.get(child.key) ?? { child, sessions: [] };
      own.sessions.push(session);
      groups.set(key.join('|'), { ...group, of: group.of.set(child.key, own) });
    }
  const sorted = [...groups.values()].sort((a, b) => (a.key.join('|') < b.key.join('|') ? -1 : 1));
  return sorted.map(({ key, of }) => ({ key, of: [...of.values()] }));
}

/** R9: suspensions and exclusions that began in a week of the example on a day of the cohort, and stand. */
function suspensionsOf(area: Example, cohort: string, by: readonly Dimension[], key: readonly string[]) {
  return area.children.flatMap((child) =>
    child.suspensions.filter(
      ({ urn, startedOn, category, cancelledOn }) =>
        category !== 'LNCH' &&
        cancelledOn === undefined &&
        area.weeks.includes(mondayOf(startedOn)) &&
        inCohort(cohort, child, startedOn) &&
        keyOf(area, child, { day: startedOn, urn }, by).join('|') === key.join('|'),
    ),
  );
}

/** R3 to R5: sums over sums, and each child judged by its own sessions of the group. */
export function groupsOf(area: Example, cohort: string, by: readonly Dimension[]) {
  return grouped(area, cohort, by).map(({ key, of }) => {
    const { possible, attended, percent: rate } = counted(of.flatMap(({ sessions }) => sessions));
    const judged = of.map(({ sessions }) => counted(sessions));
    const persistent = judged.filter((one) => one.persistent).length;
    const severe = judged.filter((one) => one.severe).length;
    const suspended = suspensionsOf(area, cohort, by, key);
    return {
      key,
      ...{ children: of.length, possible, attended, percent: rate },
      persistentChildren: persistent,
      persistentPercent: percent(persistent, of.length),
      severeChildren: severe,
      severePercent: percent(severe, of.length),
      suspensions: suspended.length,
      suspensionsPer100: percent(suspended.length, of.length),
      lostLearningDays: suspended.reduce((sum, { sessions }) => sum + (sessions ?? 0), 0) / 2,
    };
  });
}

/** The same schools and weeks: each school's week weighted by the sessions that the group has there. In hundredths of a hundredth. */
export function comparatorsOf(area: Example, cohort: string, by: readonly Dimension[]) {
  return grouped(area, cohort, by).map(({ key, of }) => {
    const own = of.flatMap(({ sessions }) => sessions);
    let [part, all] = [[0n, 1n] as [bigint, bigint], 0n];
    for (const { urn, day } of own) {
      const { attended, possible } = schoolWeek(area, urn, mondayOf(day));
      part = [part[0] * BigInt(possible) + BigInt(attended) * part[1], part[1] * BigInt(possible)];
      all += 1n;
    }
    const [top, bottom] = [part[0], part[1] * all];
    return { key, percent: Number((2_000_000n * top + bottom) / (2n * bottom)) / 10_000 };
  });
}
