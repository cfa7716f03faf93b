import { describe, expect, it } from '@jest/globals';
import { Cohort } from '../cohort/cohort.js';
import { CohortDimension } from './cohort-dimension.js';
import type { CellRow, GroupRow } from './group-row.js';
import { ToldSuppressed } from './told-suppressed.js';

const { WEEK, TERM, SOCIAL_WORK_TEAM, SCHOOL, PHASE } = CohortDimension;
const { CHILD_PROTECTION, CHILD_IN_NEED, ON_PLAN, LOOKED_AFTER, EVER_SOCIAL_WORKER } = Cohort;

/** How many children of each cohort stand with each team in each week: each with ten sessions and nine attended. */
type World = Readonly<Partial<Record<Cohort, Readonly<Record<string, readonly number[]>>>>>;

const beside = { of: 0, percent: null };
const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
const row = (key: readonly string[], weekly: readonly number[]): GroupRow => ({
  // The same children in every week: as many as the week with most has.
  ...{ key: [...key], children: Math.max(...weekly), possible: 10 * sum(weekly), attended: 9 * sum(weekly) },
  ...{
    persistent: 0,
    severe: 0,
    suspensions: null,
    suspendedSessions: null,
    schools: beside,
    phases: beside,
    believed: '2026-01-01T00:00:00Z',
  },
});

const weeksOf = (world: World): string[] => [...new Set(Object.values(world).flatMap((of) => Object.keys(of)))].sort();

function cellsOf(world: World): CellRow[] {
  return Object.entries(world).flatMap(([cohort, of]) =>
    Object.entries(of).flatMap(([week, teams]) => {
      const cell = (dimension: string, value: string, children: number): CellRow[] =>
        children === 0 ? [] : [{ cohort, week, dimension, value, children, schools: children }];
      return [...cell('', '', sum(teams)), ...teams.flatMap((n, at) => cell(SOCIAL_WORK_TEAM, `T${String(at)}`, n))];
    }),
  );
}

/** What is told of a cohort over some weeks: all together, and by team. */
function asked(world: World, cohort: Cohort, weeks: readonly string[]): string {
  const own = world[cohort] ?? {};
  const teams = Math.max(...Object.values(own).map((of) => of.length));
  const rowsBy = {
    total: [
      row(
        [],
        weeks.map((week) => sum(own[week] ?? [])),
      ),
    ],
    team: Array.from({ length: teams }, (_, at) =>
      row(
        [`T${String(at)}`],
        weeks.map((week) => own[week]?.[at] ?? 0),
      ),
    ),
  };
  const cells = cellsOf(world).filter(({ week }) => weeks.includes(week));
  const tell = (by: readonly CohortDimension[], rows: readonly GroupRow[]): string =>
    new ToldSuppressed(
      { cohort, by, asAt: null, weeks: { first: weeks[0] ?? '', last: weeks.at(-1) ?? '', whole: true } },
      cells,
    )
      .groups(rows.filter(({ children }) => children > 0))
      .map(({ key, children, possible, attended }) => [key, children, possible, attended].join(':'))
      .join(' ');
  return `${tell([], rowsBy.total)} | ${tell([SOCIAL_WORK_TEAM], rowsBy.team)}`;
}

/** Everything that can be told: of every cohort, of every run of weeks. */
function toldOf(world: World): string {
  const weeks = weeksOf(world);
  const runs = weeks.flatMap((_, from) => weeks.slice(from).map((__, to) => weeks.slice(from, from + to + 1)));
  return Object.keys(world)
    .flatMap((cohort) => runs.map((run) => asked(world, cohort as Cohort, run)))
    .join(' / ');
}

/** Of what is told of worlds: where of a number of children only one from 1 to 7 fits. */
function workedOut(worlds: Iterable<readonly [told: string, numbers: readonly number[]]>): string[] {
  const fitting = new Map<string, Set<number>[]>();
  for (const [told, numbers] of worlds) {
    const held = fitting.get(told) ?? numbers.map(() => new Set<number>());
    numbers.forEach((one, at) => held[at]?.add(one));
    fitting.set(told, held);
  }
  expect(fitting.size).toBeGreaterThan(20);
  return [...fitting]
    .filter(([, held]) => held.some((values) => values.size === 1 && [...values].some((one) => one > 0 && one < 8)))
    .map(([told]) => told);
}

function* upTo(most: number, places: number): Generator<number[]> {
  if (places === 0) yield [];
  else for (let n = 0; n <= most; n += 1) for (const rest of upTo(most, places - 1)) yield [n, ...rest];
}

function* upToTogether(most: number, places: number): Generator<number[]> {
  if (places === 0) yield [];
  else for (let n = 0; n <= most; n += 1) for (const rest of upToTogether(most - n, places - 1)) yield [n, ...rest];
}

const [one, two] = ['2026-01-05', '2026-01-12'] as const;

const urns = Array.from({ length: 7 }, (_, at) => `90000${String(at + 1)}`);

/** What is told of one week, of all together, by school and by two phases: the first schools are of the one, the others of the other. */
function toldBySchool(children: readonly number[]): string {
  const phaseOf = (at: number): string => (at < 4 ? 'Primary' : 'Secondary');
  const schools = children.map((count, at) => ({ count, urn: urns[at] ?? '', phase: phaseOf(at) }));
  const cell = (dimension: string, value: string, of: typeof schools): CellRow[] => {
    const having = of.filter(({ count }) => count > 0);
    const cells = { children: sum(of.map(({ count }) => count)), schools: having.length };
    return having.length === 0 ? [] : [{ cohort: LOOKED_AFTER, week: one, dimension, value, ...cells }];
  };
  const cells = [
    ...cell('', '', schools),
    ...['Primary', 'Secondary'].flatMap((value) =>
      cell(
        PHASE,
        value,
        schools.filter(({ phase }) => phase === value),
      ),
    ),
    ...urns.map((value) => ({
      ...{ cohort: LOOKED_AFTER, week: one, dimension: SCHOOL, value },
      ...{ children: 0, schools: 0 },
    })),
  ];
  const weeks = { first: one, last: one, whole: true };
  const tell = (by: CohortDimension[], keyOf: (school: (typeof schools)[number]) => string[]): string => {
    const groups = new Map<string, GroupRow>();
    for (const school of schools.filter(({ count }) => count > 0)) {
      const key = keyOf(school);
      groups.set(key.join(), row(key, [(groups.get(key.join())?.children ?? 0) + school.count]));
    }
    return new ToldSuppressed({ cohort: LOOKED_AFTER, asAt: null, weeks, by }, cells)
      .groups([...groups.values()])
      .map(({ key, children: told, possible }) => [key, told, possible].join(':'))
      .join(' ');
  };
  const ways = [
    tell([], () => []),
    tell([PHASE], ({ phase }) => [phase]),
    tell([SCHOOL], ({ urn }) => [urn]),
    tell([PHASE, SCHOOL], ({ urn, phase }) => [phase, urn]),
  ];
  return ways.join(' | ');
}

describe('what is told of figures to whom is not entitled to the whole group', () => {
  it('lets no small number be worked out from both plans and each of them, by two teams', () => {
    function* worlds(): Generator<readonly [string, readonly number[]]> {
      for (const [a = 0, b = 0, c = 0, d = 0] of upTo(13, 4)) {
        if (a + b > 13 || c + d > 13) continue;
        const world = {
          [CHILD_PROTECTION]: { [one]: [a, b] },
          [CHILD_IN_NEED]: { [one]: [c, d] },
          [ON_PLAN]: { [one]: [a + c, b + d] },
        };
        yield [toldOf(world), [a, b, c, d]];
      }
    }
    expect(workedOut(worlds())).toEqual([]);
  });

  it('lets no small number be worked out from two weeks and both together, by two teams', () => {
    function* worlds(): Generator<readonly [string, readonly number[]]> {
      for (const [a = 0, b = 0, c = 0, d = 0] of upTo(13, 4))
        if (a + b <= 13 && c + d <= 13)
          yield [toldOf({ [LOOKED_AFTER]: { [one]: [a, b], [two]: [c, d] } }), [a, b, c, d]];
    }
    expect(workedOut(worlds())).toEqual([]);
  });

  it('lets no small number be worked out from which groups are named, by two phases and seven schools', () => {
    function* worlds(): Generator<readonly [string, readonly number[]]> {
      for (const counts of upToTogether(8, 7)) {
        const phases = [sum(counts.slice(0, 4)), sum(counts.slice(4))];
        yield [toldBySchool(counts), [sum(counts), ...phases, ...counts]];
      }
    }
    expect(workedOut(worlds())).toEqual([]);
  });

  it('tells rounded numbers where no group is small, and of all together who is absent for long', () => {
    const cells = cellsOf({ [LOOKED_AFTER]: { [one]: [12, 23] } });
    const weeks = { first: one, last: one, whole: true };
    const question = { cohort: LOOKED_AFTER, asAt: null, weeks };
    const tell = (by: CohortDimension[], rows: GroupRow[]) =>
      new ToldSuppressed({ ...question, by }, cells).groups(rows);
    expect(tell([SOCIAL_WORK_TEAM], [row(['T0'], [12]), row(['T1'], [23])])).toMatchObject([
      {
        key: ['T0'],
        children: 10,
        possible: 120,
        attended: 110,
        attendancePercent: 91.7,
        persistentlyAbsentPercent: null,
      },
      { key: ['T1'], children: 25, possible: 230, attended: 205, suppressed: false },
    ]);
    const [all] = tell([], [{ ...row([], [35]), persistent: 9, severe: 3 }]);
    expect(all).toMatchObject({ children: 35, persistentlyAbsentChildren: 10, persistentlyAbsentPercent: 28.6 });
    expect(all).toMatchObject({ severelyAbsentChildren: null, severelyAbsentPercent: null, comparator: null });
  });

  it('names every group there might be where nothing is told of any, so that no name tells of a child', () => {
    const cells = [
      ...cellsOf({ [LOOKED_AFTER]: { [one]: [12, 23] } }),
      ...['900001', '900002'].map((value) => ({
        ...{ cohort: LOOKED_AFTER, week: one, dimension: SCHOOL, value },
        children: 0,
        schools: 0,
      })),
    ];
    const weeks = { first: one, last: one, whole: true };
    const tell = (cohort: Cohort, by: CohortDimension[], rows: GroupRow[]) =>
      new ToldSuppressed({ cohort, asAt: null, weeks, by }, cells).groups(rows);
    const bySchool = tell(LOOKED_AFTER, [WEEK, SCHOOL], [row([one, '900001'], [35])]);
    expect(bySchool.map(({ key, suppressed, children }) => [key, suppressed, children])).toEqual([
      [[one, '900001'], true, null],
      [[one, '900002'], true, null],
    ]);
    expect(tell(LOOKED_AFTER, [TERM, SCHOOL], []).map(({ key }) => key)).toEqual([
      ['2025/26 Spring', '900001'],
      ['2025/26 Spring', '900002'],
    ]);
    expect(tell(LOOKED_AFTER, [SOCIAL_WORK_TEAM, SCHOOL], []).length).toBe(4);
    expect(tell(LOOKED_AFTER, [PHASE, SCHOOL], [])).toEqual([]);
  });

  it('names those with a child alone where no total is told, unless their number would say how many each has', () => {
    const schools = Array.from({ length: 8 }, (_, at) => `90000${String(at + 1)}`);
    const named = (children: readonly number[], having: number): string[] => {
      const cells = [
        ...cellsOf({ [LOOKED_AFTER]: { [one]: children } }),
        ...schools.map((value) => ({
          ...{ cohort: LOOKED_AFTER, week: one, dimension: SCHOOL, value },
          ...{ children: 0, schools: 0 },
        })),
      ];
      const question = { cohort: LOOKED_AFTER, asAt: null, weeks: { first: one, last: one, whole: true } };
      const rows = schools.slice(0, having).map((urn) => row([urn], [1]));
      const groups = new ToldSuppressed({ ...question, by: [SCHOOL] }, cells).groups(rows);
      expect(groups.every(({ suppressed, children: told }) => suppressed && told === null)).toBe(true);
      return groups.map(({ key }) => key.join());
    };
    expect(named([3, 4], 5)).toEqual(schools.slice(0, 5));
    expect(named([3, 4], 6)).toEqual(schools);
    expect(named([3, 4], 7)).toEqual(schools);
    expect(named([3, 5], 5)).toEqual(schools);
  });

  it('tells nothing of a term whose week has few children, by term as well as all together', () => {
    const question = { cohort: LOOKED_AFTER, asAt: null, weeks: { first: one, last: two, whole: true } };
    const tell = (children: number) =>
      new ToldSuppressed(
        { ...question, by: [TERM] },
        cellsOf({ [LOOKED_AFTER]: { [one]: [12], [two]: [children] } }),
      ).groups([row(['2025/26 Spring'], [12, children])]);
    const key = ['2025/26 Spring'];
    expect(tell(7)).toMatchObject([{ key, children: null, possible: null, suppressed: true }]);
    expect(tell(8)).toMatchObject([{ key, children: 10, possible: 200, suppressed: false }]);
  });

  it('names no group where as many have one child each, by themselves or with another dimension', () => {
    const teams = [2, 1, 1, 1, 1, 1, 1];
    const registers = ['900001', '900002'].map((value) => ({
      ...{ cohort: LOOKED_AFTER, week: one, dimension: SCHOOL, value },
      ...{ children: 0, schools: 0 },
    }));
    const weeks = { first: one, last: one, whole: true };
    const tell = (by: CohortDimension[], rows: GroupRow[]) =>
      new ToldSuppressed({ cohort: LOOKED_AFTER, asAt: null, weeks, by }, [
        ...cellsOf({ [LOOKED_AFTER]: { [one]: teams } }),
        ...registers,
      ]).groups(rows);
    const rows = teams.map((children, at) => row([`T${String(at)}`], [children]));
    expect(tell([SOCIAL_WORK_TEAM], rows)).toEqual([]);
    expect(tell([SOCIAL_WORK_TEAM, SCHOOL], [row(['T0', '900001'], [2])])).toEqual([]);
    expect(tell([SCHOOL], [row(['900001'], [2])]).map(({ key }) => key)).toEqual([['900001'], ['900002']]);
  });

  it('hides what tells least beside a small group, in whatever order the groups are counted', () => {
    const weeks = { first: one, last: one, whole: true };
    const cells = ['North', '', 'South'].map((value) => ({
      ...{ cohort: LOOKED_AFTER, week: one, dimension: SOCIAL_WORK_TEAM, value },
      ...{ children: value === 'South' ? 3 : 20, schools: 3 },
    }));
    const all = { cohort: LOOKED_AFTER, week: one, dimension: '', value: '', children: 43, schools: 9 };
    for (const counted of [cells, [...cells].reverse()]) {
      const told = new ToldSuppressed({ cohort: LOOKED_AFTER, asAt: null, weeks, by: [SOCIAL_WORK_TEAM] }, [
        ...counted,
        all,
      ]).groups([row([''], [20]), row(['North'], [20]), row(['South'], [3])]);
      expect(told.map(({ key, children }) => [key.join(), children])).toEqual([
        ['', null],
        ['North', 20],
        ['South', null],
      ]);
    }
  });

  it('tells of cohorts that nearly all of the others are in by week and term alone', () => {
    const cells = cellsOf({ [EVER_SOCIAL_WORKER]: { [one]: [12, 23] } });
    const question = { cohort: EVER_SOCIAL_WORKER, asAt: null, weeks: { first: one, last: one, whole: true } };
    const told = new ToldSuppressed({ ...question, by: [SOCIAL_WORK_TEAM] }, cells).groups([row(['T0'], [12])]);
    expect(told).toMatchObject([{ key: ['T0'], children: null, suppressed: true }]);
    const all = new ToldSuppressed({ ...question, by: [WEEK] }, cells).groups([row([one], [35])]);
    expect(all).toMatchObject([{ key: [one], children: 35, suppressed: false }]);
  });
});
