import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, auditOf, kept, openUnit, permittedIds, requestIdOf, undone } from '../support/opening.js';

const { PARTNERSHIP, HEALTH } = Domain;

let hub: TestHub;
let health: Client;
let partnership: Client;
let child: string;
let hidden: string;

const onRoll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];
const referred = [{ basis: 'REFERRAL', grantee: `org:${place.provider}` }];

// Everybody may look up thirty times a minute: each test is somebody else.
let people = 0;
const somebody = (persona: Role): As => ({ persona, claims: { sub: `${persona}.${String(++people)}` } });

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
  partnership = await hub.appClient(PARTNERSHIP);
});

beforeEach(async () => {
  child = await arrangeChild(hub.admin, [...onRoll, ...referred]);
  hidden = await arrangeChild(hub.admin);
});

afterAll(() => hub.close());

async function entryOf(id: string): Promise<string> {
  const { rows } = await hub.admin.query<{ id: string }>(
    'select id from health.waiting_list_entry where child_id = $1',
    [id],
  );
  return rows[0]?.id ?? '';
}

/** Opens one request, commits it, and answers with what the database said, let through and wrote down. */
async function opened(client: Client, as: As, request: Asking) {
  const voucher = await hub.voucher(as);
  await client.query('begin');
  try {
    const [answer] = await openUnit(client, voucher, [request]);
    const ids = await permittedIds(client, request.holder, request.about, request.tier, request.act);
    await client.query('commit');
    const [audit] = await auditOf(hub.admin, requestIdOf(voucher));
    return { answer, ids, audit };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** What one unit is answered, of whom each request is, and how often children were looked for. */
const drawnUp = (as: As, requests: readonly Asking[]) =>
  undone(hub.admin, async () => {
    const calls = async (): Promise<number> => {
      const { rows } = await hub.admin.query<{ calls: number }>(
        `select coalesce(sum(calls), 0)::int calls from pg_stat_xact_user_functions
         where schemaname = 'access' and funcname = 'children_of'`,
      );
      return rows[0]?.calls ?? 0;
    };
    await hub.admin.query(`set local track_functions = 'all'`);
    const before = await calls();
    const answers = await openUnit(hub.admin, await hub.voucher(as), requests);
    const shown = answers.map(({ permitted }) => permitted.map(([id]) => id).sort());
    return { answers, told: { calls: (await calls()) - before, shown } };
  });

const entry = { kind: 'waiting-list-entry' } as const;

describe('a key that is not a child’s', () => {
  it('leads to the child it belongs to, who is permitted and written down before the row is read', async () => {
    const key = await entryOf(child);
    const { answer, ids, audit } = await opened(health, somebody('camhs-clinician'), asking(HEALTH, [key], entry));
    expect(answer).toMatchObject({ permitted: [[child, 'FULL', 'REFERRAL']], subjects: [[key, child]] });
    expect(ids).toEqual([child]);
    expect(audit).toMatchObject({ kind: entry.kind, subjects: [key], asked: [child], permitted: [child] });
  });

  it('opens the same to be changed', async () => {
    const key = await entryOf(child);
    const change = asking(HEALTH, [key], { ...entry, act: 'WRITE', operation: 'update' });
    const { answer, ids, audit } = await opened(health, somebody('camhs-clinician'), change);
    expect(answer?.subjects).toEqual([[key, child]]);
    expect(ids).toEqual([child]);
    expect(audit).toMatchObject({ act: 'WRITE', subjects: [key], permitted: [child], decision: 'PERMITTED' });
  });

  it('leads to nobody where the child is not shared, who is named in the audit alone', async () => {
    const key = await entryOf(hidden);
    const { answer, ids, audit } = await opened(health, somebody('camhs-clinician'), asking(HEALTH, [key], entry));
    expect(answer).toMatchObject({ permitted: [], subjects: [[key, null]], died: {} });
    expect(JSON.stringify(answer)).not.toContain(hidden);
    expect(ids).toEqual([]);
    expect(audit).toMatchObject({ subjects: [key], asked: [hidden], permitted: [], decision: 'SILENT' });
  });

  it('leads to nobody where it is unknown, of another shape or of another kind', async () => {
    const strange = [randomUUID(), 'x', '', `${await entryOf(child)} `, (await entryOf(child)).toUpperCase(), child];
    const as = somebody('camhs-clinician');
    for (const [keys, kind] of [
      [strange, entry.kind],
      [[await entryOf(child)], 'agenda-item'],
      [[await entryOf(child)], 'no-such-kind'],
      [[], entry.kind],
    ] as const) {
      const { answer, ids, audit } = await opened(health, as, asking(HEALTH, keys, { kind }));
      expect(answer).toMatchObject({ permitted: [], subjects: [], died: {} });
      expect(ids).toEqual([]);
      expect(audit).toMatchObject({ kind, subjects: keys, asked: [], permitted: [], decision: 'SILENT', bases: [] });
    }
  });

  it('leads to the id the child is shown by, and opens every id of the child', async () => {
    const record = await arrangeChild(hub.admin);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, child]);
    const key = await entryOf(record);
    const { answer, ids, audit } = await opened(health, somebody('camhs-clinician'), asking(HEALTH, [key], entry));
    expect(answer).toMatchObject({ permitted: [[child, 'FULL', 'REFERRAL']], subjects: [[key, child]] });
    expect(ids).toEqual([child, record].sort());
    expect(audit).toMatchObject({ asked: [child], permitted: [child, record].sort() });
  });

  it('is one of several in a request, each led to its own child, or to nobody', async () => {
    const other = await arrangeChild(hub.admin, referred);
    const keys = [await entryOf(child), await entryOf(hidden), await entryOf(other), randomUUID()];
    const { answer, ids } = await opened(health, somebody('camhs-clinician'), asking(HEALTH, keys, entry));
    expect(new Map(answer?.subjects)).toEqual(
      new Map([
        [keys[0], child],
        [keys[1], null],
        [keys[2], other],
      ]),
    );
    expect(ids).toEqual([child, other].sort());
  });
});

describe('keys of several requests of one unit', () => {
  it('are looked for once where several tiers are read by them, and each request is of its own keys and kind', async () => {
    const other = await arrangeChild(hub.admin, referred);
    const [key, another] = [await entryOf(child), await entryOf(other)];
    const { answers, told } = await drawnUp(somebody('camhs-clinician'), [
      asking(HEALTH, [key], entry),
      asking(HEALTH, [key], { ...entry, tier: 'EXISTENCE' }),
      asking(HEALTH, [another], entry),
      asking(HEALTH, [key], { kind: 'no-such-kind' }),
      asking(PARTNERSHIP, [key], entry),
      asking(HEALTH, [key], { ...entry, act: 'WRITE', operation: 'update' }),
    ]);
    // The first two and the last are of one list; the others are each of their own.
    expect(told).toEqual({ calls: 4, shown: [[child], [], [other], [], [], [child]] });
    expect(answers.map(({ subjects }) => subjects.filter(([, id]) => id !== null))).toEqual([
      ...[[[key, child]], [], [[another, other]], [], [], [[key, child]]],
    ]);
  });
});

describe('a child’s own key', () => {
  it('is nobody’s where it is of another shape, and counted once where it is asked twice', async () => {
    const keys = [
      child,
      child,
      child.toUpperCase(),
      ` ${child}`,
      `{${child}}`,
      child.replaceAll('-', ''),
      'x',
      '',
      '%',
    ];
    const { answer, ids, audit } = await opened(health, somebody('senco'), asking(HEALTH, keys));
    expect(answer).toMatchObject({ permitted: [[child, 'FULL', 'SCHOOL_ROLL']], subjects: [] });
    expect(ids).toEqual([child]);
    expect(audit).toMatchObject({ kind: 'child', subjects: null, asked: [child], permitted: [child] });
  });

  it('that nobody has, or none at all, is silence and is written down', async () => {
    for (const keys of [[randomUUID()], ['x'], []]) {
      const { answer, audit } = await opened(health, somebody('senco'), asking(HEALTH, keys));
      expect(answer).toMatchObject({ permitted: [], subjects: [], died: {} });
      expect(audit).toMatchObject({ asked: keys.filter((key) => key !== 'x'), permitted: [], decision: 'SILENT' });
    }
  });
});

describe('a list from relationships', () => {
  const list = (from: object): Asking => {
    const { keys: _, ...frame } = asking(HEALTH, []);
    return { ...frame, from };
  };
  // A school of its own, so that the list is of these children alone.
  const school = '900777';
  const as = (): As => ({ ...somebody('senco'), school });
  let listed: string[];

  beforeAll(async () => {
    listed = [];
    for (let n = 0; n < 5; n += 1)
      listed.push(await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${school}` }]));
    listed.sort();
  });

  const asked = async (from: object): Promise<readonly string[]> => {
    const { answer, ids, audit } = await opened(health, as(), list(from));
    expect(ids).toEqual((answer?.permitted ?? []).map(([id]) => id).sort());
    expect(audit).toMatchObject({ kind: 'child', subjects: null });
    return audit?.asked ?? [];
  };

  it('holds the caller’s own children through these bases, in the order of their ids', async () => {
    expect(await asked({ bases: ['SCHOOL_ROLL'] })).toEqual(listed);
    expect(await asked({ bases: ['CASELOAD', 'REFERRAL'] })).toEqual([]);
    expect(await asked({ bases: [] })).toEqual([]);
  });

  it('is cut by a limit and goes on after an id', async () => {
    expect(await asked({ bases: ['SCHOOL_ROLL'], limit: 2 })).toEqual(listed.slice(0, 2));
    expect(await asked({ bases: ['SCHOOL_ROLL'], limit: 2, after: listed[1] })).toEqual(listed.slice(2, 4));
    expect(await asked({ bases: ['SCHOOL_ROLL'], after: listed[4] })).toEqual([]);
    expect(await asked({ bases: ['SCHOOL_ROLL'], limit: 0 })).toEqual([]);
  });

  it('says that it may go on where it is as long as its limit, whoever of it is shown, and of whom it says nothing', async () => {
    const subjectsOf = async (from: object) =>
      (await opened(health, as(), list({ bases: ['SCHOOL_ROLL'], ...from }))).answer?.subjects;
    expect(await subjectsOf({ limit: 6 })).toEqual([]);
    expect(await subjectsOf({ limit: 0 })).toEqual([]);
    expect(await subjectsOf({ limit: 2, after: listed[3] })).toEqual([]);
    expect(await subjectsOf({ limit: 5 })).toEqual([['more', null]]);
    expect(await subjectsOf({ limit: 2, after: listed[1] })).toEqual([['more', null]]);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [listed[1]]);
    expect(await subjectsOf({ limit: 2 })).toEqual([['more', null]]);
    await hub.admin.query('delete from access.restriction where child_id = $1', [listed[1]]);
  });

  it('says so of each request that reads the same list', async () => {
    const request = list({ bases: ['SCHOOL_ROLL'], limit: 2 });
    const voucher = await hub.voucher(as());
    const answers = await undone(health, () => openUnit(health, voucher, [request, { ...request, tier: 'EXISTENCE' }]));
    expect(answers.map(({ subjects }) => subjects)).toEqual([[['more', null]], [['more', null]]]);
  });

  it('is of one of the caller’s own grantees, never of somebody else’s', async () => {
    expect(await asked({ bases: ['SCHOOL_ROLL'], grantee: `org:${school}` })).toEqual(listed);
    expect(await asked({ bases: ['SCHOOL_ROLL'], grantee: `org:${place.school}` })).toEqual([]);
    expect(await asked({ bases: ['REFERRAL'], grantee: `org:${place.provider}` })).toEqual([]);
  });

  it('is of its own children beside another of one unit, however alike they are asked', async () => {
    const lists: readonly (readonly [object, () => readonly string[]])[] = [
      [{ bases: ['SCHOOL_ROLL'] }, () => listed],
      [{ bases: ['CASELOAD'] }, () => []],
      [{ bases: ['SCHOOL_ROLL'], limit: 2 }, () => listed.slice(0, 2)],
      [{ bases: ['SCHOOL_ROLL'], limit: 3 }, () => listed.slice(0, 3)],
      [{ bases: ['SCHOOL_ROLL'], limit: 2, after: listed[0] }, () => listed.slice(1, 3)],
      [{ bases: ['SCHOOL_ROLL'], limit: 2, after: listed[1] }, () => listed.slice(2, 4)],
      [{ bases: ['SCHOOL_ROLL'], grantee: `org:${place.school}` }, () => []],
      [{ bases: ['SCHOOL_ROLL'], limit: 2 }, () => listed.slice(0, 2)],
    ];
    for (const requests of [lists, [...lists].reverse()]) {
      const voucher = await hub.voucher(as());
      const answers = await kept(health, () =>
        openUnit(
          health,
          voucher,
          requests.map(([from]) => list(from)),
        ),
      );
      const own = requests.map(([, children]) => children());
      expect(answers.map(({ permitted }) => permitted.map(([id]) => id).sort())).toEqual(own);
      expect((await auditOf(hub.admin, requestIdOf(voucher))).map(({ asked: ids }) => ids)).toEqual(own);
    }
  });

  it('is drawn up once where it is asked for under several tiers, and is of the same children in each', async () => {
    const under = (tier: Asking['tier']): Asking => ({ ...list({ bases: ['SCHOOL_ROLL'], limit: 3 }), tier });
    const three = listed.slice(0, 3);
    const told = async (requests: readonly Asking[]) => (await drawnUp(as(), requests)).told;
    expect(await told([under('T3'), under('T1'), under('T3')])).toEqual({ calls: 1, shown: [three, [], three] });
    expect(await told([under('T3'), list({ bases: ['SCHOOL_ROLL'] })])).toEqual({ calls: 2, shown: [three, listed] });
  });

  it('names who is hidden in the audit alone, where it takes a place of the page', async () => {
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [listed[0]]);
    const { answer, ids } = await opened(health, as(), list({ bases: ['SCHOOL_ROLL'], limit: 2 }));
    expect(answer?.permitted.map(([id]) => id)).toEqual([listed[1]]);
    expect(ids).toEqual([listed[1]]);
    await hub.admin.query('delete from access.restriction where child_id = $1', [listed[0]]);
  });

  it('names a child of two records once, by the id the child is shown by', async () => {
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [listed[3], listed[4]]);
    const { answer, ids, audit } = await opened(health, as(), list({ bases: ['SCHOOL_ROLL'] }));
    const shown = listed.filter((_, at) => at !== 3);
    expect(audit).toMatchObject({ asked: shown, permitted: listed });
    expect(answer?.permitted.map(([id]) => id).sort()).toEqual(shown);
    expect(ids.length).toBe(listed.length);
    await hub.admin.query('delete from access.child_alias where held = $1', [listed[3]]);
  });
});

describe('a search', () => {
  it('that finds nobody is written down by its hash, with nobody asked and nobody permitted', async () => {
    const sought = { terms: [{ part: 'family', key: 1, weight: 100 }], first: 5 };
    const request = asking(PARTNERSHIP, ['hash-of-a-name'], { kind: 'search', sought });
    const { answer, ids, audit } = await opened(partnership, somebody('senco'), request);
    expect(answer).toMatchObject({ permitted: [], subjects: [], died: {} });
    expect(ids).toEqual([]);
    expect(audit).toMatchObject({ kind: 'search', subjects: ['hash-of-a-name'], asked: [], decision: 'SILENT' });
  });

  it('finds whom the caller may see, each in its place, and nobody else', async () => {
    for (const id of [child, hidden])
      await hub.admin.query(
        `insert into partnership.search_entry (child_id, keys) values ($1, '{77}')
        on conflict (child_id) do update set keys = excluded.keys`,
        [id],
      );
    const sought = { terms: [{ part: 'family', key: 77, weight: 100 }], first: 5 };
    const request = asking(PARTNERSHIP, ['hash-of-another'], { kind: 'search', sought });
    const { answer, ids, audit } = await opened(partnership, somebody('senco'), request);
    expect(answer).toMatchObject({ permitted: [[child, 'FULL', 'SCHOOL_ROLL']], subjects: [['1', child]] });
    expect(ids).toEqual([child]);
    expect(audit).toMatchObject({ kind: 'search', asked: [child], permitted: [child], decision: 'PERMITTED' });
  });

  it('is made anew for each request of one unit: who is found under one tier says nothing under another', async () => {
    await hub.admin.query(`insert into partnership.search_entry (child_id, keys) values ($1, '{78}')`, [child]);
    const sought = { terms: [{ part: 'family', key: 78, weight: 100 }], first: 5 };
    const request = asking(PARTNERSHIP, ['hash-of-a-third'], { kind: 'search', sought });
    const { answers, told } = await drawnUp(somebody('senco'), [request, { ...request, tier: 'T3' }]);
    expect(told).toEqual({ calls: 2, shown: [[child], []] });
    expect(answers.map(({ subjects }) => subjects)).toEqual([[['1', child]], []]);
  });
});

describe('what a role and purpose may never see', () => {
  it('is refused by every kind of key alike, and no child is named', async () => {
    for (const request of [
      asking(HEALTH, [child]),
      asking(HEALTH, [randomUUID()]),
      asking(HEALTH, [await entryOf(child)], entry),
      asking(HEALTH, [randomUUID()], entry),
    ]) {
      const { answer, ids, audit } = await opened(health, somebody('analyst'), request);
      expect(answer).toMatchObject({ permitted: [], version: null });
      expect(ids).toEqual([]);
      expect(audit).toMatchObject({ decision: 'REFUSED', permitted: [], bases: [], policyVersion: null });
    }
    await undone(health, async () => {
      const voucher = await hub.voucher({ persona: 'senco', purpose: 'AUDIT' });
      expect(await openUnit(health, voucher, [asking(HEALTH, [child])])).toMatchObject([
        { permitted: [], version: null },
      ]);
    });
  });
});
