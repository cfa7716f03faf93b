import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cohortIntervals } from '../../subgraphs/virtual-school/cohort/cohort-intervals.js';
import { inOrder } from '../../cli/replay-order.js';
import { packWeek } from '../../platform/code-sets/marks.js';
import {
  day,
  keptFacts,
  markedWeeks,
} from '../../subgraphs/virtual-school/cohort-attendance/kept-facts.test-support.js';
import type { KeptFacts } from '../../subgraphs/virtual-school/cohort-attendance/read-model.js';
import { addedUp, isAlone } from '../../subgraphs/virtual-school/cohort-attendance/slow-terms.test-support.js';
import { SlowReadModel } from '../../subgraphs/virtual-school/cohort-attendance/slow-read-model.test-support.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const phases: Readonly<Record<string, string>> = { '900001': 'Primary', '900002': 'Secondary' };
const weeks = Array.from({ length: markedWeeks + 9 }, (_, at) => day(7 * (at - 4)));

beforeAll(async () => {
  hub = await testHub();
  for (const [urn, phase] of Object.entries(phases))
    await hub.admin.query(
      `insert into education.school (urn, name, type, phase, status, local_authority_code, local_authority_name)
       values ($1, 'Testcase', 'Community school', $2, 'Open', '990', 'Aldermere')`,
      [urn, phase],
    );
});
afterAll(() => hub.close());

/** What owners can hold of such facts: one spell a school and first day, a register where there is one, no suspensions. */
function asHeld(facts: KeptFacts): KeptFacts {
  const rolls = [...new Map(facts.rolls.map((one) => [`${one.schoolUrn} ${one.from}`, one])).values()].map((one) => ({
    ...one,
    phase: phases[one.schoolUrn] ?? null,
  }));
  const urns = new Set(rolls.map(({ schoolUrn }) => schoolUrn));
  const kept = facts.registers.filter(({ schoolUrn }) => urns.has(schoolUrn));
  const registers = [...new Map(kept.map((one) => [`${one.schoolUrn} ${one.weekBeginning}`, one])).values()];
  return { ...facts, rolls, registers, suspensions: [] };
}

/** Makes what the owners hold of a child these facts, behind their backs, and says in any order that something changed. */
async function hold(child: string, facts: KeptFacts, topics: readonly string[]): Promise<void> {
  const { admin } = hub;
  for (const table of [
    'social_care.status_interval',
    'social_care.allocation',
    'education.attendance_week',
    'education.enrolment',
  ])
    await admin.query(`delete from ${table} where child_id = $1`, [child]);
  for (const [at, one] of facts.statuses.entries())
    await admin.query(
      `insert into social_care.status_interval (child_id, source, source_ref, status, held_from, held_until) values ($1, 'test', $2, $3, $4, $5)`,
      [child, String(at), one.status, one.from, one.until],
    );
  for (const [at, one] of facts.allocations.entries())
    await admin.query(
      `insert into social_care.allocation (child_id, council, worker_id, role, team, held_from, held_until) values ($1, '990', $2, $3, $4, $5, $6)`,
      [child, `w${String(at)}`, one.role, one.team, one.from, one.until],
    );
  const rollOf = new Map<string, string>();
  for (const one of facts.rolls) {
    const id = randomUUID();
    rollOf.set(one.schoolUrn, id);
    await admin.query(
      `insert into education.enrolment (id, child_id, urn, entry_on, left_on, status, free_school_meals, sen_provisions)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        child,
        one.schoolUrn,
        one.from,
        one.until,
        one.status,
        JSON.stringify(one.meals),
        JSON.stringify(one.provisions),
      ],
    );
  }
  for (const { schoolUrn, weekBeginning, codes } of facts.registers)
    await admin.query(
      `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks) values ($1, $2, $3, $4)`,
      [rollOf.get(schoolUrn), child, weekBeginning, packWeek(codes)],
    );
  for (const topic of topics) {
    const owner = ['involvement-changed', 'allocation-changed'].includes(topic) ? 'social_care' : 'education';
    await admin.query(`insert into ${owner}.outbox (topic, child_id) values ($1, $2)`, [topic, child]);
  }
}

type Row = Readonly<Record<string, unknown>>;

const camel = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const sortKeys = (row: Row): Row => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
const sorted = (rows: readonly object[]): Row[] => rows.map((row) => sortKeys(row as Row)).sort(byText);

async function rowsOf(table: string, child: string, without: readonly string[], and = 'true'): Promise<Row[]> {
  const { rows } = await hub.admin.query<{ row: Row }>(
    `select to_jsonb(t) - 'child_id' - $2::text[] as row from virtual_school.${table} t where child_id = $1 and ${and}`,
    [child, without],
  );
  return rows.map(({ row }) => camel(row));
}

const beliefs = ['believed_from', 'believed_until'];
const slicesOf = (child: string): Promise<Row[]> => rowsOf('cohort_session_week', child, [...beliefs, 'alone']);

/** The slices as they were believed at a moment. */
async function believedAt(child: string, at: string): Promise<Row[]> {
  const now = await rowsOf('cohort_session_week', child, [...beliefs, 'alone'], `believed_from <= '${at}'`);
  const then = await rowsOf(
    'cohort_session_week_past',
    child,
    beliefs,
    `believed_from <= '${at}' and '${at}' < believed_until`,
  );
  return sorted([...now, ...then]);
}

async function expectRules(child: string, facts: KeptFacts, diedOn: string | null = null): Promise<void> {
  const slow = new SlowReadModel(facts, diedOn);
  const slices = weeks.flatMap((week) => slow.slices(week));
  expect(sorted(await rowsOf('cohort_session_week', child, beliefs))).toEqual(
    sorted(slices.map((one) => ({ ...one, alone: isAlone(slices, one) }))),
  );
  expect(sorted(await rowsOf('cohort_session_term', child, beliefs))).toEqual(sorted(addedUp(slices)));
  // Of whoever is in no cohort, ever, nothing is kept.
  const followed = [...cohortIntervals(facts.statuses, facts.allocations).values()].some(({ length }) => length > 0);
  const own = followed ? weeks.flatMap((week) => slow.own(week, day(-30)) ?? []) : [];
  expect(sorted(await rowsOf('child_week', child, []))).toEqual(
    sorted(own.map(({ suspended: _suspended, unexplained: _unexplained, ...one }) => one)),
  );
  const plans = await rowsOf('plan_week', child, ['alert_count']);
  const said = plans.flatMap(({ lastWeek, ...row }) =>
    weeks
      .filter((week) => String(row['weekBeginning']) <= week && (lastWeek === null || week <= (lastWeek as string)))
      .map((weekBeginning) => ({ ...row, weekBeginning })),
  );
  expect(sorted(said)).toEqual(sorted(weeks.flatMap((week) => slow.planWeek(week, day(-30)) ?? [])));
}

async function newChild(): Promise<string> {
  const { rows } = await hub.admin.query<{ child_id: string }>(
    `insert into partnership.child (child_id, given, family, date_of_birth, sex)
     values (gen_random_uuid(), 'Robin', 'Testcase', '2015-05-01', 'FEMALE') returning child_id`,
  );
  return rows[0]?.child_id ?? '';
}

const now = async (): Promise<string> => {
  const { rows } = await hub.admin.query<{ at: string }>(`select ctx.now()::text as at`);
  return rows[0]?.at ?? '';
};
const topics = ['involvement-changed', 'allocation-changed', 'attendance-changed', 'roll-changed'];
const anyOrder = fc.shuffledSubarray([...topics, ...topics], { minLength: 8 });

describe('the read model', () => {
  it('says what its rules say of what owners tell, in any order, late and put right, and what it said before', async () => {
    await fc.assert(
      fc.asyncProperty(keptFacts, keptFacts, anyOrder, async (first, corrected, order) => {
        const child = await newChild();
        await hold(child, asHeld(first), order);
        await settle(hub);
        await expectRules(child, asHeld(first));
        const believed = sorted(await slicesOf(child));
        const at = await now();
        await hold(child, asHeld(corrected), order.toReversed());
        await settle(hub);
        await expectRules(child, asHeld(corrected));
        expect(await believedAt(child, at)).toEqual(believed);
        expect(await believedAt(child, await now())).toEqual(sorted(await slicesOf(child)));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('is the same after everything was said twice and mixed, and made from nothing', async () => {
    const digest = async () => (await digestsOf(hub))['virtual-school'];
    const before = await digest();
    const feeds = (await hub.assembly.repetitions()).filter(({ consumer }) => consumer.name === 'cohort-feed');
    for (const feed of feeds)
      expect(await feed.replay(inOrder({ times: 2, seed: 7 }), () => undefined)).toBeGreaterThan(90);
    expect(await digest()).toBe(before);
    for (const table of [
      'cohort_session_week',
      'child_week',
      'plan_week',
      'kept_enrolment',
      'kept_allocation',
      'kept_week',
    ])
      await hub.admin.query(`delete from virtual_school.${table}`);
    expect(await digest()).not.toBe(before);
    for (const feed of feeds) expect(await feed.rebuild(() => undefined)).toBeGreaterThan(5);
    expect(await digest()).toBe(before);
  });

  it('ends with a life, and is whole again when a death is taken back', async () => {
    const child = await newChild();
    const plan = { status: 'CHILD_PROTECTION', from: day(0), until: null };
    const roll = {
      schoolUrn: '900001',
      status: 'CURRENT',
      phase: 'Primary',
      from: day(-10),
      until: null,
      provisions: [],
      meals: [],
    };
    const register = { weekBeginning: day(0), schoolUrn: '900001', codes: Array.from({ length: 10 }, () => '/') };
    const facts = {
      statuses: [plan],
      allocations: [],
      rolls: [roll],
      registers: [register],
      suspensions: [],
    } as unknown as KeptFacts;
    await hold(child, facts, topics);
    for (const diedOn of [day(2), null]) {
      await hub.admin.query('delete from social_care.death where child_id = $1', [child]);
      await hub.admin.query(
        `insert into social_care.death (child_id, source, died_on) select $1, 'test', $2::date where $2 is not null`,
        [child, diedOn],
      );
      if (diedOn === null) await hub.admin.query('delete from access.death where child_id = $1', [child]);
      await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('death-changed', $1)`, [child]);
      if (diedOn === null)
        await hub.admin.query(`insert into partnership.outbox (topic, child_id) values ('death-noted', $1)`, [child]);
      await settle(hub);
      await expectRules(child, facts, diedOn);
    }
  });

  it('keeps nothing of whoever is in no cohort any longer but what it said once', async () => {
    const child = await newChild();
    const plan = { status: 'CHILD_IN_NEED', from: day(0), until: day(3) };
    const roll = {
      schoolUrn: '900002',
      status: 'CURRENT',
      phase: 'Secondary',
      from: day(-10),
      until: null,
      provisions: [],
      meals: [],
    };
    const register = { weekBeginning: day(0), schoolUrn: '900002', codes: Array.from({ length: 10 }, () => 'N') };
    const facts = {
      statuses: [plan],
      allocations: [],
      rolls: [roll],
      registers: [register],
      suspensions: [],
    } as unknown as KeptFacts;
    await hold(child, facts, topics);
    await settle(hub);
    expect(await slicesOf(child)).not.toEqual([]);
    await hold(child, { ...facts, statuses: [] }, ['involvement-changed']);
    await settle(hub);
    for (const table of [
      'cohort_session_week',
      'child_week',
      'plan_week',
      'kept_enrolment',
      'kept_week',
      'kept_interval',
    ])
      expect([table, await rowsOf(table, child, [])]).toEqual([table, []]);
    expect(await rowsOf('cohort_session_week_past', child, [])).not.toEqual([]);
  });
});
