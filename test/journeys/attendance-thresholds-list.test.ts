import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { packWeek } from '../../platform/code-sets/marks.js';

/**
 * The database names whoever may have reached a threshold, and the list tells who has: on any registers, rolls and calendars, and
 * however few are looked at together, that is what each child's own record tells, in the list's order.
 */

const urns = ['900001', '900002'] as const;
const officer: As = { persona: 'attendance-officer' };
const WEEKS = 64;
const first = Date.UTC(2025, 7, 25);
const dayAt = (at: number): string => new Date(first + at * 86_400_000).toISOString().slice(0, 10);
const today = '2026-11-20';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

/** Weeks in one mood after another: mostly there, away without leave, ill, unexplained, at another school, closed, not marked. */
const mood = fc.constantFrom('////////OI', 'OOOOOOOUGN', 'NNO/', 'IIIIIII/', 'OOOOOODD', '##########', '/', '/', '.');
const marks = fc
  .array(fc.tuple(mood, fc.constantFrom(1, 2), fc.array(fc.nat(), { minLength: 10, maxLength: 10 })), {
    // As many as fill the registers up to each day asked about: with fewer, whole areas reached nothing.
    minLength: WEEKS,
    maxLength: WEEKS,
  })
  .map((stretches) => {
    const weeks = stretches.flatMap(([codes, many, picks]) =>
      Array.from({ length: many }, (_, week) =>
        picks.map((pick, slot) => codes[(pick + (codes.length < 10 ? 0 : week * (slot + 1))) % codes.length] ?? '.'),
      ),
    );
    return weeks.slice(0, WEEKS);
  });

const atSchool = fc.record({
  marks,
  entry: fc.constantFrom(-300, -300, 0, 120),
  left: fc.constantFrom(null, null, 300),
  status: fc.constantFrom('CURRENT', 'CURRENT_SUBSIDIARY', 'UNKNOWN'),
  // Of Year 12, who left compulsory schooling in the summer before.
  yearGroup: fc.constantFrom('5', '5', 'R', '11', '12', null),
});
const child = fc.record({ one: atSchool, other: fc.option(atSchool, { freq: 2 }), linked: fc.boolean() });
const known = fc.array(
  fc.tuple(fc.constantFrom(31, 31, 31, 0, 16), fc.constantFrom(31, 31, 0, 5), fc.constantFrom(31, 0, 9)),
  {
    minLength: WEEKS,
    maxLength: WEEKS,
  },
);
const area = fc.record({
  children: fc.array(child, { minLength: 24, maxLength: 30 }),
  calendars: fc.tuple(known, known),
  // The second is the Monday of a week whose Friday is of another school year.
  on: fc.constantFrom(330, 371, 380, 449).map((at) => (dayAt(at) < today ? dayAt(at) : today)),
});
type Area = typeof area extends fc.Arbitrary<infer One> ? One : never;

/** Puts an area in the place of what there is: every child lives in it. Answers the ids that children are shown by. */
async function arrange({ children, calendars }: Area): Promise<string[]> {
  const { admin } = hub;
  await admin.query(`truncate education.enrolment, education.attendance_week, education.calendar_week,
    education.school_week_total, education.school_week_stale, access.child_alias, access.relationship, partnership.child cascade`);
  const ids = children.map(() => randomUUID());
  const rows: unknown[][] = [];
  const weeks: unknown[][] = [];
  const aliases: [string, string][] = [];
  for (const [at, { one, other, linked }] of children.entries()) {
    const id = ids[at] ?? '';
    const alias = randomUUID();
    if (linked && other) aliases.push([alias, id]);
    for (const [school, spell] of [one, other].entries()) {
      if (!spell) continue;
      const [held, enrolment] = [school === 1 && linked ? alias : id, randomUUID()];
      // Records of one child may be of one school.
      const urn = school === 1 && linked && at % 2 === 0 ? urns[0] : urns[school];
      const { entry, left, status, yearGroup } = spell;
      rows.push([enrolment, held, urn, dayAt(entry), left === null ? null : dayAt(left), status, yearGroup]);
      for (const [week, codes] of spell.marks.entries())
        weeks.push([
          enrolment,
          held,
          dayAt(7 * week),
          packWeek(codes.map((one) => (one === '.' ? null : one))).toString('hex'),
        ]);
    }
  }
  await admin.query(
    `insert into education.enrolment (id, child_id, urn, entry_on, left_on, status, year_group)
     select (r ->> 0)::uuid, (r ->> 1)::uuid, r ->> 2, (r ->> 3)::date, (r ->> 4)::date, r ->> 5, r ->> 6 from json_array_elements($1) r`,
    [JSON.stringify(rows)],
  );
  await admin.query(
    `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
     select (r ->> 0)::uuid, (r ->> 1)::uuid, (r ->> 2)::date, decode(r ->> 3, 'hex') from json_array_elements($1) r`,
    [JSON.stringify(weeks)],
  );
  for (const [held, canonical] of aliases)
    await admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [held, canonical]);
  for (const [school, own] of calendars.entries()) {
    const told = own.map(([spoken, open, marked], week) => [
      urns[school],
      dayAt(7 * week),
      spoken,
      open & spoken,
      marked,
    ]);
    await admin.query(
      `with told as (select r ->> 0 urn, (r ->> 1)::date week, (r ->> 2)::int spoken, (r ->> 3)::int open, (r ->> 4)::int marked from json_array_elements($1) r),
         calendar as (insert into education.calendar_week (urn, week_beginning, calendar_days, open_days, version)
           select urn, week, spoken, open, row_number() over () from told)
       insert into education.school_week_total (urn, week_beginning, phase, pupils, possible, attended, authorised,
         unauthorised, persistent_to_date, severe_to_date, school_days, version)
       select urn, week, 'Primary', 1, 1, 1, 0, 0, 0, 0, marked, row_number() over () from told`,
      [JSON.stringify(told)],
    );
  }
  await admin.query(
    `with them as (select unnest($1::uuid[]) id),
       child as (insert into partnership.child (child_id, given, family, date_of_birth, sex) select id, 'Robin', 'Testcase', '2015-05-01', 'FEMALE' from them)
     insert into access.relationship (child_id, grantee, basis, reference, valid) select id, 'org:990', 'RESIDENCE', 'test', '[2025-01-01,)' from them`,
    [ids],
  );
  return ids;
}

interface Threshold {
  readonly kind: string;
  readonly reachedOn: string | null;
  readonly school: { readonly urn: string };
}
type Line = readonly [reachedOn: string, child: string, urn: string, kind: string];

/** What the children's own records tell, in the list's order. */
async function oneByOne(ids: readonly string[], on: string): Promise<Line[]> {
  const document = `query Each($of: [_Any!]!, $on: Date) { _entities(representations: $of) {
    ... on Child { id education { attendanceThresholds(on: $on) { kind reachedOn school { urn } } } } } }`;
  const of = ids.map((id) => ({ __typename: 'Child', id }));
  const { data, errors } = await hub.ask('education', officer, document, { of, on });
  expect(errors).toBeUndefined();
  const told = data?.['_entities'] as { id: string; education: { attendanceThresholds: Threshold[] } }[];
  const lines = told.flatMap(({ id, education }) =>
    education.attendanceThresholds.flatMap(({ kind, reachedOn, school }): Line[] =>
      reachedOn === null ? [] : [[reachedOn, id, school.urn, kind]],
    ),
  );
  const rest = ([, ...others]: Line): string => others.join(' ');
  return lines.sort((a, b) => (a[0] !== b[0] ? (a[0] > b[0] ? -1 : 1) : rest(a) < rest(b) ? -1 : 1));
}

interface Page {
  readonly edges: readonly {
    readonly node: { readonly child: { readonly id: string }; readonly threshold: Threshold };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** So many pages of the list, one after the other. */
async function listed(asked: object, first: number, pages: number): Promise<Line[]> {
  const document = `query List($on: Date, $first: Int, $after: String, $filter: AttendanceThresholdFilter) {
    attendanceThresholds(on: $on, first: $first, after: $after, filter: $filter) { pageInfo { hasNextPage endCursor }
      edges { node { child { id } threshold { kind reachedOn school { urn } } } } } }`;
  const lines: Line[] = [];
  let after: string | null = null;
  for (let at = 0; at < pages; at += 1) {
    const { data, errors } = await hub.ask('education', officer, document, { ...asked, first, after });
    expect(errors).toBeUndefined();
    const page = data?.['attendanceThresholds'] as Page;
    for (const { node } of page.edges) {
      const { kind, reachedOn, school } = node.threshold;
      lines.push([reachedOn ?? '', node.child.id, school.urn, kind]);
    }
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return lines;
}

async function counted(on: string): Promise<number> {
  const { data } = await hub.ask(
    'education',
    officer,
    'query C($on: Date) { attendanceThresholds(on: $on, first: 1) { totalCount } }',
    { on },
  );
  return (data?.['attendanceThresholds'] as { totalCount: number }).totalCount;
}

describe('the list of thresholds', () => {
  it('is what each child’s own record tells, the last reached first, however long a page is', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(area, fc.constantFrom(1, 2), async (some, first) => {
        const expected = await oneByOne(await arrange(some), some.on);
        for (const [, , , kind] of expected) seen.set(kind, (seen.get(kind) ?? 0) + 1);
        expect(await listed({ on: some.on }, 100, 2)).toEqual(expected);
        expect(await listed({ on: some.on }, first, 3)).toEqual(expected.slice(0, 3 * first));
        expect(await counted(some.on)).toBe(expected.length);
        const filter = { kinds: ['FIFTEEN_DAYS_ILL', 'TEN_SESSIONS_UNAUTHORISED'], schoolUrn: urns[1] };
        const meant = expected.filter(([, , urn, kind]) => urn === filter.schoolUrn && filter.kinds.includes(kind));
        expect(await listed({ on: some.on, filter }, 100, 1)).toEqual(meant.slice(0, 100));
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(seen.size).toBeGreaterThan(0);
  });

  it('has who reached a threshold exactly, in the first of the ten weeks up to a Friday, and nobody who is one short', async () => {
    const week = (codes: string): string[] => Array.from(codes);
    const registers = (...latest: readonly string[]): string[][] => [
      ...Array.from({ length: WEEKS - 10 }, () => week('..........')),
      ...Array.from({ length: 10 }, (_, at) => week(latest[at] ?? '//////////')),
    ];
    const pupilOf = (...latest: readonly string[]): Area['children'][number] => ({
      one: { marks: registers(...latest), entry: -300, left: null, status: 'CURRENT', yearGroup: '5' },
      ...{ other: null, linked: false },
    });
    const [ill, away] = ['I/I/I/I/I/', 'OOOOOOOOOO'];
    const all = Array.from({ length: WEEKS }, (): Area['calendars'][number][number] => [31, 31, 31]);
    const on = dayAt(7 * WEEKS - 3);
    const children = [
      ...[pupilOf(ill, ill, ill), pupilOf(ill, ill, 'I/I/I/I///')],
      ...[pupilOf(away), pupilOf('OOOOOOOOO/'), pupilOf('N/N///////'), pupilOf('N/////////')],
      ...[pupilOf('/O/O/O/O/O', '//////////', '/O/O/O/O/O'), pupilOf(away, away), pupilOf(away, 'OOOOOOOO//')],
    ];
    const expected = await oneByOne(await arrange({ children, calendars: [all, all], on }), on);
    expect(await listed({ on }, 100, 1)).toEqual(expected);
    for (const [kind, many] of [
      ['TEN_SESSIONS_UNAUTHORISED', 4],
      ['TEN_DAYS_UNAUTHORISED', 1],
      ['FIFTEEN_DAYS_ILL', 1],
      ['TWO_DAYS_UNEXPLAINED', 1],
    ] as const) {
      const ofKind = expected.filter((line) => line[3] === kind);
      expect([kind, ofKind.length]).toEqual([kind, many]);
      expect(await listed({ on, filter: { kinds: [kind] } }, 100, 1)).toEqual(ofKind);
    }
    // Of one time on one roll the database knows as much, and the day: nobody else is opened.
    const question = { on, since: '2025-09-01', year: '2026-09-01', kinds: null, school: null };
    const { rows } = await hub.admin.query<{ line: string }>(
      `select latest || ' ' || child as line from education.may_have_reached($1, null)`,
      [JSON.stringify(question)],
    );
    const last = new Map([...expected].reverse().map(([reachedOn, id]) => [id, `${reachedOn} ${id}`]));
    expect(new Set(rows.map(({ line }) => line))).toEqual(new Set(last.values()));
  });

  it('opens the children of whom a page tells, and five more at most', async () => {
    const marks = Array.from({ length: WEEKS }, (_, at) => Array.from(at === WEEKS - 3 ? 'OOOOOOOOOO' : '//////////'));
    const one: Area['children'][number]['one'] = {
      marks,
      ...{ entry: -300, left: null, status: 'CURRENT', yearGroup: '5' },
    };
    const all = Array.from({ length: WEEKS }, (): Area['calendars'][number][number] => [31, 31, 31]);
    const children = Array.from({ length: 30 }, () => ({ one, other: null, linked: false }));
    await arrange({ children, calendars: [all, all], on: today });
    expect(await listed({ on: today }, 4, 1)).toHaveLength(4);
    const { rows } = await hub.admin.query<{ many: number }>(
      `select cardinality((a.requests[1]).permitted) many from access.audit_unit a
       where (a.requests[1]).operation = 'attendanceThresholds' and (a.requests[1]).kind = 'attendance-threshold-page'
       order by a.seq desc limit 1`,
    );
    expect(rows[0]?.many).toBe(9);
  });
});
