import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, auditOf, openUnit, permittedIds, requestIdOf, undone } from '../support/opening.js';

const { PARTNERSHIP, EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL } = Domain;

let hub: TestHub;
let unit: Client;
let health: Client;
let partnership: Client;
/** Seven children of one standing: the same school, nothing in the way. */
let children: [string, string, string, string, string, string, string];
let record: string;
let senco: Voucher;

const onRoll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];
const referred = [{ basis: 'REFERRAL', grantee: `org:${place.provider}` }];
const ids = (...some: readonly string[]): string[] => [...some].sort();

beforeAll(async () => {
  hub = await testHub();
  unit = await hub.unitClient();
  health = await hub.appClient(HEALTH);
  partnership = await hub.appClient(PARTNERSHIP);
  const arranged: string[] = [];
  for (let n = 0; n < 7; n += 1) arranged.push(await arrangeChild(hub.admin, [...onRoll, ...referred]));
  children = arranged as typeof children;
  record = await arrangeChild(hub.admin);
  await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, children[6]]);
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  senco = await hub.voucher({ persona: 'senco' });
});

afterAll(() => hub.close());

describe('a set, of children who all stand alike', () => {
  it('is no wider than its request: each domain’s holds the keys that domain asked for', async () => {
    const [a, b, c, d, e] = children;
    await undone(unit, async () => {
      await openUnit(unit, senco, [
        asking(PARTNERSHIP, [a]),
        asking(EDUCATION, [b]),
        asking(HEALTH, [c, d]),
        asking(SOCIAL_CARE, [e]),
        asking(VIRTUAL_SCHOOL, []),
      ]);
      expect(await permittedIds(unit, PARTNERSHIP, PARTNERSHIP, 'T1')).toEqual([a]);
      expect(await permittedIds(unit, EDUCATION, EDUCATION, 'T2')).toEqual([b]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual(ids(c, d));
      expect(await permittedIds(unit, SOCIAL_CARE, SOCIAL_CARE, 'T3')).toEqual([e]);
      expect(await permittedIds(unit, VIRTUAL_SCHOOL, VIRTUAL_SCHOOL, 'T2')).toEqual([]);
    });
  });

  it('is of one tier: what was asked of the existence alone opens no record, and the other way round', async () => {
    const [a, b] = children;
    const lead = await hub.voucher({ persona: 'designated-safeguarding-lead', purpose: 'TEAM_AROUND_SCHOOL' });
    await undone(unit, async () => {
      await openUnit(unit, lead, [
        asking(SOCIAL_CARE, [a], { tier: 'EXISTENCE' }),
        asking(SOCIAL_CARE, [b], { tier: 'T3' }),
      ]);
      expect(await permittedIds(unit, SOCIAL_CARE, SOCIAL_CARE, 'EXISTENCE')).toEqual([a]);
      expect(await permittedIds(unit, SOCIAL_CARE, SOCIAL_CARE, 'T3')).toEqual([b]);
      for (const tier of ['T1', 'T2', 'T4'] as const)
        expect(await permittedIds(unit, SOCIAL_CARE, SOCIAL_CARE, tier)).toEqual([]);
    });
  });

  it('is about one domain: a copy that another keeps is opened apart from what the domain itself holds', async () => {
    const [a, b] = children;
    await undone(unit, async () => {
      await openUnit(unit, senco, [
        asking(PARTNERSHIP, [a], { about: HEALTH, tier: 'T3' }),
        asking(HEALTH, [b]),
        asking(PARTNERSHIP, [b]),
      ]);
      expect(await permittedIds(unit, PARTNERSHIP, HEALTH, 'T3')).toEqual([a]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual([b]);
      expect(await permittedIds(unit, PARTNERSHIP, PARTNERSHIP, 'T1')).toEqual([b]);
      expect(await permittedIds(unit, HEALTH, PARTNERSHIP, 'T3')).toEqual([]);
    });
  });

  it('is of both where two requests of one kind are asked in one unit, and of neither’s other children', async () => {
    const [a, b, c] = children;
    await undone(health, async () => {
      const opened = await openUnit(health, senco, [
        asking(HEALTH, [a, b], { operation: 'one' }),
        asking(HEALTH, [b, c], { operation: 'other' }),
      ]);
      expect(opened.map(({ permitted }) => ids(...permitted.map(([id]) => id)))).toEqual([ids(a, b), ids(b, c)]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual(ids(a, b, c));
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual([]);
      const { rows } = await health.query<{ child_id: string }>('select child_id from health.waiting_list_entry');
      expect(ids(...rows.map(({ child_id: id }) => id))).toEqual(ids(a, b, c));
    });
  });

  it('holds the linked ids of the children who were asked for, and of no others', async () => {
    const [a, , , , , , linked] = children;
    await undone(health, async () => {
      await openUnit(health, senco, [asking(HEALTH, [a])]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([a]);
    });
    await undone(unit, async () => {
      await openUnit(unit, senco, [asking(HEALTH, [a]), asking(EDUCATION, [linked])]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual([a]);
      expect(await permittedIds(unit, EDUCATION, EDUCATION, 'T2')).toEqual(ids(linked, record));
    });
  });

  it('lets links be told of the children of the whole unit, whichever domain asked', async () => {
    const [a, , , , , , linked] = children;
    await undone(unit, async () => {
      await openUnit(unit, senco, [asking(HEALTH, [a]), asking(EDUCATION, [linked])]);
      await unit.query('set local role hubtest_health');
      const { rows } = await unit.query<{ held: string }>('select held from ctx.keys($1) k', [
        [a, linked, children[1]],
      ]);
      expect(ids(...rows.map(({ held }) => held))).toEqual(ids(a, linked, record));
    });
  });
});

describe('a set to change', () => {
  const change = { act: 'WRITE', operation: 'update' } as const;

  it('is also one to see, of the same children; one to see is never one to change', async () => {
    const [a, b] = children;
    const clinician = await hub.voucher({ persona: 'camhs-clinician' });
    await undone(health, async () => {
      await openUnit(health, clinician, [asking(HEALTH, [a], change), asking(HEALTH, [b])]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual([a]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'READ')).toEqual(ids(a, b));
      const { rowCount } = await health.query(`update health.waiting_list_entry set status = 'BOOKED'`);
      expect(rowCount).toBe(1);
    });
  });

  it('is of one tier: what may be changed in one is not seen in another', async () => {
    const [a] = children;
    const reviewer = await hub.voucher({ persona: 'match-reviewer' });
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, $2, 'MATCH_REVIEW', 'test', tstzrange('2026-01-01', null))`,
      [a, `org:${place.council}`],
    );
    await undone(partnership, async () => {
      await openUnit(partnership, reviewer, [asking(PARTNERSHIP, [a], { ...change, tier: 'T3' })]);
      expect(await permittedIds(partnership, PARTNERSHIP, PARTNERSHIP, 'T3', 'READ')).toEqual([a]);
      expect(await permittedIds(partnership, PARTNERSHIP, PARTNERSHIP, 'T1', 'READ')).toEqual([]);
      expect(await permittedIds(partnership, PARTNERSHIP, PARTNERSHIP, 'T1', 'WRITE')).toEqual([]);
    });
  });
});

describe('a unit that is opened again in its transaction', () => {
  it('keeps what was permitted before, beside what is added', async () => {
    const [a, b, c] = children;
    await undone(unit, async () => {
      await openUnit(unit, senco, [asking(HEALTH, [a]), asking(EDUCATION, [c])]);
      await openUnit(unit, senco, [asking(HEALTH, [b])]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual(ids(a, b));
      expect(await permittedIds(unit, EDUCATION, EDUCATION, 'T2')).toEqual([c]);
      await openUnit(unit, senco, []);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual(ids(a, b));
    });
  });

  it('takes nothing away by a refusal or by a child who is not shared', async () => {
    const [a] = children;
    const hidden = await arrangeChild(hub.admin);
    await undone(health, async () => {
      await openUnit(health, senco, [asking(HEALTH, [a])]);
      await openUnit(health, senco, [asking(HEALTH, [hidden, randomUUID()])]);
      await openUnit(health, senco, [asking(HEALTH, [a], { act: 'WRITE', tier: 'T4' })]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([a]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T4', 'WRITE')).toEqual([]);
    });
  });

  it('belongs to the first caller, another voucher of the same person included', async () => {
    const [a, b] = children;
    const again = await hub.voucher({ persona: 'senco' });
    for (const other of [again, await hub.voucher({ persona: 'headteacher' })]) {
      await undone(health, async () => {
        await openUnit(health, senco, [asking(HEALTH, [a])]);
        await health.query('savepoint second');
        await expect(openUnit(health, other, [asking(HEALTH, [b])])).rejects.toMatchObject({ code: '28000' });
        await health.query('rollback to savepoint second');
        expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([a]);
      });
    }
  });

  it('is written down each time, in the order it was asked', async () => {
    const [a, b] = children;
    const voucher = await hub.voucher({ persona: 'senco' });
    await unit.query('begin');
    await openUnit(unit, voucher, [
      asking(HEALTH, [a], { operation: 'first' }),
      asking(EDUCATION, [b], { operation: 'second' }),
    ]);
    await openUnit(unit, voucher, [asking(HEALTH, [b], { operation: 'third' })]);
    await unit.query('commit');
    const audited = await auditOf(hub.admin, requestIdOf(voucher));
    const base = { act: 'READ', kind: 'child', subjects: null, decision: 'PERMITTED', bases: ['SCHOOL_ROLL'] };
    expect(audited).toMatchObject([
      { ...base, holder: HEALTH, about: HEALTH, tier: 'T3', operation: 'first', asked: [a], permitted: [a] },
      { ...base, holder: EDUCATION, about: EDUCATION, tier: 'T2', operation: 'second', asked: [b], permitted: [b] },
      { ...base, holder: HEALTH, about: HEALTH, tier: 'T3', operation: 'third', asked: [b], permitted: [b] },
    ]);
    for (const { policyVersion } of audited) expect(policyVersion).toBeTruthy();
  });
});
