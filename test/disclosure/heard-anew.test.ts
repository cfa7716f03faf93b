import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { requestIdOf, undone } from '../support/opening.js';

const { VIRTUAL_SCHOOL, HEALTH } = Domain;
let hub: TestHub;
let virtualSchool: Client;
let health: Client;
let children: string[];

beforeAll(async () => {
  hub = await testHub();
  [virtualSchool, health] = [await hub.appClient(VIRTUAL_SCHOOL), await hub.appClient(HEALTH)];
  children = [];
  for (let n = 0; n < 4; n += 1) children.push(await arrangeChild(hub.admin));
  children.sort();
});

afterAll(() => hub.close());

const feed = async (): Promise<Voucher> => (await hub.assembly.minter('cohort-feed')).vouchForSystem();
const person = (): Promise<Voucher> => hub.voucher({ persona: 'virtual-school-head' });

/** Opens a unit for no child, and asks for the ids of children after one. */
async function everyChild(client: Client, as: Voucher, after: string | null, atMost: number | null): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select access.every_child($1, $2, $3, $4) id', [
    as.claims,
    as.tag,
    after,
    atMost,
  ]);
  return rows.map(({ id }) => id);
}

const opened = <Answer>(client: Client, as: Voucher, work: () => Promise<Answer>): Promise<Answer> =>
  undone(client, async () => {
    await client.query(openStatement(as, []));
    return work();
  });

describe('the ids of every child', () => {
  it('are told in order, after one, to a system that hears of children, each by the id it is shown by', async () => {
    const as = await feed();
    const [first = '', second = '', third = '', fourth = ''] = children;
    const told = (after: string | null, atMost: number | null) =>
      opened(virtualSchool, as, () => everyChild(virtualSchool, as, after, atMost));
    expect(await told(null, null)).toEqual(children);
    expect(await told(first, 2)).toEqual([second, third]);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [second, fourth]);
    expect(await told(null, null)).toEqual([first, third, fourth]);
  });

  it('are written down each time', async () => {
    const as = await feed();
    await virtualSchool.query('begin');
    await virtualSchool.query(openStatement(as, []));
    await everyChild(virtualSchool, as, null, 1);
    await virtualSchool.query('commit');
    const { rows } = await hub.admin.query(
      `select operation, decision, act from partnership.audit where request_id = $1`,
      [requestIdOf(as)],
    );
    expect(rows).toEqual([{ operation: 'events.every-child', decision: 'SYSTEM', act: 'READ' }]);
  });

  it('are told to no person, and to no system by a login that hears nothing of children', async () => {
    const refused = { code: '42501' };
    for (const [client, as] of [
      [virtualSchool, await person()],
      [health, await feed()],
    ] as const)
      await expect(opened(client, as, () => everyChild(client, as, null, null))).rejects.toMatchObject(refused);
    await expect(everyChild(virtualSchool, { claims: '{}', tag: '' }, null, null)).rejects.toMatchObject({
      code: '28000',
    });
  });
});

describe('what can still be heard', () => {
  const from = async ({ claims, tag }: Voucher): Promise<string[]> => {
    const { rows } = await virtualSchool.query<{ seq: string }>(
      `select seq from access.heard_from('SOCIAL_CARE', $1, $2)`,
      [claims, tag],
    );
    return rows.map(({ seq }) => seq);
  };

  it('begins after the last that was deleted of what the login may hear', async () => {
    expect(await from(await feed())).toEqual([]);
    const deleted = async (topic: string, xid: string, seq: number) =>
      hub.admin.query(
        `insert into access.forgotten_event (domain, topic, xid, seq) values ('SOCIAL_CARE', $1, $2, $3)`,
        [topic, xid, seq],
      );
    await deleted('nobody-hears-this', '9', 9);
    expect(await from(await feed())).toEqual([]);
    await deleted('involvement-changed', '3', 4);
    await deleted('allocation-changed', '2', 7);
    expect(await from(await feed())).toEqual(['4']);
  });

  it('is said to no person', async () => {
    await expect(from(await person())).rejects.toMatchObject({ code: '42501' });
  });
});

describe('whose records were deleted', () => {
  const among = (as: Voucher, opens: readonly string[], asked: readonly string[]): Promise<string[]> =>
    undone(virtualSchool, async () => {
      const frame = { holder: VIRTUAL_SCHOOL, about: VIRTUAL_SCHOOL, tier: 'T2', act: 'WRITE' } as const;
      const request = { ...frame, operation: 'keep-cohort', kind: 'child', keys: opens };
      await virtualSchool.query(openStatement(as, [request]));
      const { rows } = await virtualSchool.query<{ id: string }>(
        `select access.forgotten_among('VIRTUAL_SCHOOL', 'T2', $1) id`,
        [asked],
      );
      return rows.map(({ id }) => id);
    });

  it('is told of children that may be changed, under any of their ids, and of no others', async () => {
    const [one, other, record] = [
      await arrangeChild(hub.admin),
      await arrangeChild(hub.admin),
      await arrangeChild(hub.admin),
    ];
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, one]);
    await hub.admin.query('insert into access.forgotten (child_id) values ($1)', [record]);
    expect(await among(await feed(), [one, other], [one, other])).toEqual([record]);
    expect(await among(await feed(), [other], [other])).toEqual([]);
    await expect(among(await feed(), [other], [one])).rejects.toMatchObject({ code: '42501' });
  });
});
