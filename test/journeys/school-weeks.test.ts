import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { packWeek } from '../../platform/code-sets/marks.js';
import { testHub, type TestHub } from '../support/hub.js';
import { deletion, type Line, marked, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { type SchoolWeek, schoolWeeksOf, type StoredSpell, type StoredWeek } from '../support/school-week-oracle.js';
import { settle } from '../support/settle.js';

interface Fed {
  readonly weeks: readonly (SchoolWeek & { readonly phase: string | null; readonly version: string })[];
  readonly nextVersion: string;
  readonly more: boolean;
}

const document =
  parse(`query Feed($since: String, $first: Int) { educationSchoolWeekFeed(since: $since, first: $first) {
  weeks { urn weekBeginning phase pupils possible attended authorised unauthorised persistentToDate severeToDate schoolDays version }
  nextVersion more } }`);
const [school, other] = ['900001', '900002'];
let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.admin.query(`truncate education.enrolment, education.attendance_week, education.school_week_total,
    education.school_week_stale, access.child_alias cascade`);
});

async function ask(variables: Readonly<Record<string, unknown>>) {
  const minter = await hub.assembly.minter('cohort-feed');
  const caller = minter.vouchForSystem();
  return hub.assembly.transports['education']?.({
    ...{ document, variables, request: {} },
    seal: (audience, digest) => minter.seal(caller, audience, digest),
  });
}

/** All that changed after a version, asked for until there is no more. */
async function fed(since = '0', first = 500): Promise<Pick<Fed, 'weeks' | 'nextVersion'>> {
  const answer = await ask({ since, first });
  expect(answer?.errors).toBeUndefined();
  const { weeks, nextVersion, more } = answer?.data?.['educationSchoolWeekFeed'] as Fed;
  if (!more) return { weeks, nextVersion };
  const rest = await fed(nextVersion, first);
  return { weeks: [...weeks, ...rest.weeks], nextVersion: rest.nextVersion };
}

/** What whoever has followed the feed from the beginning now knows: the last of each week, without those of nobody. */
function known(weeks: Fed['weeks']): SchoolWeek[] {
  const last = new Map(
    weeks.map(({ phase: _phase, version: _version, ...week }) => [week.urn + week.weekBeginning, week]),
  );
  return [...last.values()].filter(({ schoolDays }) => schoolDays > 0).sort(byPlace);
}
const byPlace = (a: SchoolWeek, b: SchoolWeek): number => (a.urn + a.weekBeginning < b.urn + b.weekBeginning ? -1 : 1);

async function held(): Promise<{ spells: StoredSpell[]; weeks: StoredWeek[] }> {
  const spells = await hub.admin.query<StoredSpell>(
    `select e.id, coalesce(a.canonical, e.child_id) child, e.urn, e.entry_on "from", e.until_on until, e.status
     from education.enrolment e left join access.child_alias a on a.held = e.child_id`,
  );
  const weeks = await hub.admin.query<StoredWeek>(
    `select enrolment_id "enrolmentId", week_beginning "weekBeginning", marks from education.attendance_week`,
  );
  return { spells: spells.rows, weeks: weeks.rows };
}

const expected = async (): Promise<SchoolWeek[]> => {
  const { spells, weeks } = await held();
  return schoolWeeksOf(spells, weeks);
};

const day = (monday: string, days: number): string => Temporal.PlainDate.from(monday).add({ days }).toString();

/** A week of marks, ten characters, Monday morning to Friday afternoon. */
const week = (of: Pupil, urn: string, monday: string, marks: string): Line[] =>
  [0, 1, 2, 3, 4]
    .map((days) => marked(of, urn, day(monday, days), marks.charAt(2 * days), marks.charAt(2 * days + 1)))
    .filter(({ am, pm }) => am !== '.' && pm !== '.');

describe('a school’s week', () => {
  const [one, two, three] = [pupil(601), pupil(602), pupil(603)];

  it('is counted from the school’s own register, each pupil on its roll once, at both schools where on two', async () => {
    await take(hub, 'school-census', [
      onRoll(one, school, '2026-09-01'),
      onRoll(two, school, '2026-09-01', '', { enrol_status: 'M' }),
      onRoll(two, other, '2026-09-01', '', { enrol_status: 'S' }),
      onRoll(three, school, '2026-09-01', '2026-11-05'),
    ]);
    await take(hub, 'attendance', [
      ...week(one, school, '2026-11-02', '/\\/\\/\\/\\##'),
      ...week(two, school, '2026-11-02', '/\\IIDDOO##'),
      ...week(two, other, '2026-11-02', 'DDDD/\\DD//'),
      ...week(three, school, '2026-11-02', '/\\XXOOUUOO'),
    ]);
    const none = { phase: null, version: expect.any(String) };
    expect((await fed()).weeks).toEqual([
      {
        ...{ ...none, urn: school, weekBeginning: '2026-11-02', pupils: 3, possible: 18, attended: 12 },
        ...{ authorised: 2, unauthorised: 4, persistentToDate: 2, severeToDate: 2, schoolDays: 15 },
      },
      {
        ...{ ...none, urn: other, weekBeginning: '2026-11-02', pupils: 1, possible: 4, attended: 4 },
        ...{ authorised: 0, unauthorised: 0, persistentToDate: 0, severeToDate: 0, schoolDays: 31 },
      },
    ]);
  });

  it('is fed once, and again when a correction, an end of a roll or the school’s phase changes it', async () => {
    await take(hub, 'school-census', [onRoll(one, school, '2026-09-01'), onRoll(two, other, '2026-09-01')]);
    await take(hub, 'attendance', [
      ...week(one, school, '2026-11-02', '/\\/\\/\\/\\/\\'),
      ...week(one, school, '2026-11-09', '/\\/\\/\\/\\/\\'),
      ...week(two, other, '2026-11-09', '/\\/\\/\\/\\/\\'),
    ]);
    const first = await fed('0', 1);
    expect(first.weeks).toHaveLength(3);
    expect((await fed(first.nextVersion)).weeks).toEqual([]);
    await take(hub, 'attendance', week(one, school, '2026-11-02', '//////////'));
    expect((await fed(first.nextVersion)).weeks).toEqual([]);
    await take(hub, 'attendance', week(one, school, '2026-11-02', 'OO........'));
    const corrected = await fed(first.nextVersion);
    expect(corrected.weeks).toMatchObject([
      { urn: school, weekBeginning: '2026-11-02', attended: 8, persistentToDate: 1 },
      { urn: school, weekBeginning: '2026-11-09', attended: 10, persistentToDate: 1 },
    ]);
    await take(hub, 'school-census', [onRoll(one, school, '2026-09-01', '2026-11-09')]);
    const left = await fed(corrected.nextVersion);
    expect(left.weeks).toMatchObject([{ weekBeginning: '2026-11-09', pupils: 0, possible: 0, persistentToDate: 0 }]);
    await hub.admin.query(
      `insert into education.school (urn, name, phase, type, status, local_authority_code,
      local_authority_name) values ($1, 'Quay', 'Secondary', 'Other', 'Open', '990', 'Aldermere')`,
      [other],
    );
    const named = await fed(left.nextVersion);
    expect(named.weeks).toMatchObject([{ urn: other, phase: 'Secondary', pupils: 1 }]);
    expect(known([...first.weeks, ...corrected.weeks, ...left.weeks, ...named.weeks])).toEqual(await expected());
  });

  it('counts a pupil whom the school has in two records once, when they are known to be one, and twice when not', async () => {
    const again = { ...one, surname: `${one.surname}e` };
    await take(hub, 'school-census', [onRoll(one, school, '2026-09-01'), onRoll(three, school, '2026-09-01')]);
    await take(hub, 'attendance', [
      ...week(one, school, '2026-11-02', '/\\/\\/\\OOOO'),
      ...week(three, school, '2026-11-02', 'OO/\\II/\\##'),
    ]);
    expect(again.surname).not.toBe(one.surname);
    expect((await fed()).weeks).toMatchObject([{ pupils: 2, possible: 18 }]);
    const { rows } = await hub.admin.query<{ id: string }>('select child_id id from education.enrolment order by 1');
    const [shown, alias] = rows.map(({ id }) => id);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [alias, shown]);
    await hub.admin.query(`insert into partnership.outbox (topic, child_id) values ('child-linked', $1)`, [shown]);
    await settle(hub);
    const linked = await fed();
    expect(linked.weeks).toMatchObject([{ pupils: 1, possible: 10, attended: 8, authorised: 0, unauthorised: 2 }]);
    expect(known(linked.weeks)).toEqual(await expected());
  });
});

describe('a record that a school asks to be deleted', () => {
  it('is in its totals no longer', async () => {
    const [stays, goes] = [pupil(641), pupil(642)];
    await take(hub, 'school-census', [onRoll(stays, school, '2026-09-01'), onRoll(goes, school, '2026-09-01')]);
    await take(
      hub,
      'attendance',
      [stays, goes].flatMap((one) => week(one, school, '2026-11-02', '/\\/\\/\\OO/\\')),
    );
    const before = await fed();
    expect(before.weeks).toMatchObject([{ pupils: 2, possible: 20, persistentToDate: 2 }]);
    await take(hub, 'deletions', [deletion(`school-census:${school}`, goes.upn)]);
    await settle(hub);
    expect((await fed(before.nextVersion)).weeks).toMatchObject([{ pupils: 1, possible: 10, persistentToDate: 1 }]);
  });
});

const letters = ['/', '\\', 'L', 'I', 'O', 'X', '#', 'C1', 'C2', 'Y3', 'D', null] as const;
const marksOf = fc.array(fc.constantFrom(...letters), { minLength: 10, maxLength: 10 }).map((codes) => packWeek(codes));
// Of two academic years, with the weeks that 1 September lies in.
const mondays = [
  '2024-08-26',
  '2025-07-14',
  '2025-08-25',
  '2025-09-01',
  '2026-07-13',
  '2026-08-31',
  '2026-09-07',
  '2026-11-02',
];
const dates = mondays.flatMap((monday) => [0, 1, 3, 7].map((days) => day(monday, days)));
const spell = fc.record({
  child: fc.nat(3),
  urn: fc.constantFrom(school, other),
  days: fc.uniqueArray(fc.constantFrom(...dates), { minLength: 2, maxLength: 2 }),
  open: fc.boolean(),
  status: fc.constantFrom('CURRENT', 'CURRENT_MAIN', 'CURRENT_SUBSIDIARY', 'UNKNOWN'),
  weeks: fc.uniqueArray(fc.tuple(fc.constantFrom(...mondays), marksOf), {
    selector: ([monday]) => monday,
    maxLength: 6,
  }),
});
const world = fc.record({
  spells: fc.uniqueArray(spell, {
    selector: ({ child, urn, days }) => [child, urn, ...days].sort().join(),
    maxLength: 7,
  }),
  linked: fc.subarray([1, 2, 3]),
});

type World = typeof world extends fc.Arbitrary<infer One> ? One : never;

/** Puts a world there as the superuser; every school's weeks are to be counted. */
async function arrange({ spells, linked }: World): Promise<void> {
  await hub.admin.query('truncate education.enrolment, education.attendance_week, access.child_alias cascade');
  const children = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  for (const { child, urn, days, open, status, weeks } of spells) {
    const [from, until] = [...days].sort();
    const enrolment = randomUUID();
    const added = await hub.admin.query(
      `insert into education.enrolment (id, child_id, urn, entry_on, left_on, status)
       select $1::uuid, $2::uuid, $3::text, $4::date, $5::date, $6 where not exists (
         select from education.enrolment e where e.child_id = $2::uuid and e.urn = $3::text and e.entry_on = $4::date)`,
      [enrolment, children[child], urn, from, open ? null : until, status],
    );
    if (added.rowCount === 0) continue;
    for (const [monday, marks] of weeks)
      await hub.admin.query(
        'insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks) values ($1, $2, $3, $4)',
        [enrolment, children[child], monday, marks],
      );
  }
  for (const one of linked)
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [
      children[one],
      children[0],
    ]);
  await hub.admin.query(
    `insert into education.school_week_stale (urn, week_beginning) select u, m::date from unnest($1::text[]) u, unnest($2::date[]) m`,
    [[school, other], mondays],
  );
}

describe('schools’ weeks of any marks on any rolls', () => {
  it('are what a count pupil by pupil and day by day comes to', async () => {
    let sinceBefore: Fed['weeks'] = [];
    let version = '0';
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        await arrange(one);
        const now = await fed(version);
        sinceBefore = [...sinceBefore, ...now.weeks];
        version = now.nextVersion;
        expect(known(sinceBefore)).toEqual(await expected());
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('are the same however rolls, registers and questions came, and no two at once lose a mark', async () => {
    const pupils = Array.from({ length: 6 }, (_, n) => pupil(620 + n));
    const lines = (urn: string, of: readonly Pupil[], marks: string): Line[] =>
      ['2026-10-05', '2026-10-12', '2026-11-02'].flatMap((monday) =>
        of.flatMap((one) => week(one, urn, monday, marks)),
      );
    await take(hub, 'attendance', lines(school, pupils.slice(0, 3), '/\\/\\/\\IIOO'));
    const first = await fed();
    const rounds = await Promise.all([
      take(hub, 'attendance', lines(school, pupils.slice(3), 'OO/\\/\\/\\/\\'), { batch: { people: 2, facts: 100 } }),
      take(
        hub,
        'school-census',
        pupils.map((one) => onRoll(one, school, '2026-09-01', '2026-11-04')),
        { batch: { people: 1, facts: 100 } },
      ),
      take(hub, 'attendance', lines(school, pupils.slice(0, 2), '..LL......'), { batch: { people: 1, facts: 100 } }),
      fed(),
      fed(),
      fed(),
    ]);
    expect(rounds).toHaveLength(6);
    const last = await fed(first.nextVersion);
    expect(known([...first.weeks, ...last.weeks])).toEqual(await expected());
    expect(last.weeks.length).toBeGreaterThan(0);
  });
});

describe('the feed of schools’ weeks', () => {
  it('answers no person, and no version or number that makes no sense', async () => {
    const person = await hub.ask(
      'education',
      { persona: 'virtual-school-head' },
      '{ educationSchoolWeekFeed { more } }',
    );
    expect(person.errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
    for (const [variables, name] of [
      [{ since: '-1' }, 'since'],
      [{ since: 'x' }, 'since'],
      [{ first: 0 }, 'first'],
      [{ first: 1001 }, 'first'],
    ] as const) {
      const answer = await ask(variables);
      expect(answer?.errors?.[0]?.message).toContain(name);
      expect(answer?.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
    }
  });

  it('counts for its own system alone, and writes down that it was asked', async () => {
    const education = await hub.appClient('EDUCATION' as never);
    await expect(education.query('select education.count_school_weeks($1)', [['/', 'I', 'O']])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(education.query('update education.school_week_total set pupils = 1')).rejects.toMatchObject({
      code: '42501',
    });
    await fed();
    const { rows } = await hub.admin.query<{ n: number }>(
      `select count(*)::int n from education.audit where operation = 'school-week-feed' and asked = '{}'`,
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});
