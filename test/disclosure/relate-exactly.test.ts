import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { openStatement } from '../../platform/db/open-statement.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

const { VIRTUAL_SCHOOL } = Domain;
let hub: TestHub;
let app: Client;
let child: string;
let other: string;
let record: string;

const duty = { basis: 'LOOKED_AFTER_DUTY', grantee: 'org:990' } as const;
const all = ['LOOKED_AFTER_DUTY', 'ONCE_LOOKED_AFTER', 'PLAN_DUTY'];

beforeAll(async () => {
  hub = await testHub();
  app = await hub.appClient(VIRTUAL_SCHOOL);
});

beforeEach(async () => {
  const roll = { basis: 'SCHOOL_ROLL', grantee: 'org:900001' };
  [child, other, record] = [
    await arrangeChild(hub.admin, [duty, roll]),
    await arrangeChild(hub.admin, [duty]),
    await arrangeChild(hub.admin, [{ basis: 'PLAN_DUTY', grantee: 'org:990' }]),
  ];
});

afterAll(() => hub.close());

const feed = async (): Promise<Voucher> => (await hub.assembly.minter('cohort-feed')).vouchForSystem();

interface Said {
  readonly of?: readonly string[];
  readonly bases?: readonly (string | null)[];
  readonly rows?: readonly object[];
  readonly as?: Voucher;
  readonly opened?: readonly string[];
  readonly domain?: string;
}

const row = (over: object = {}) => ({
  ...{ child_id: child, grantee: 'org:990', basis: 'PLAN_DUTY', reference: 'a plan', from: '2026-01-05', until: null },
  ...over,
});

/** Says everything of some bases, in a unit of the feed's; how many relationships changed. */
async function say(said: Said): Promise<number | undefined> {
  const { of = [child], bases = all, rows = [row()], opened = of, domain = VIRTUAL_SCHOOL } = said;
  await app.query('begin');
  try {
    const frame = { holder: VIRTUAL_SCHOOL, about: VIRTUAL_SCHOOL, tier: 'T2', act: 'WRITE' } as const;
    const request = { ...frame, operation: 'keep-cohort', kind: 'child', keys: opened };
    await app.query(openStatement(said.as ?? (await feed()), [request]));
    const { rows: done } = await app.query<{ changed: number }>(
      'select access.relate_exactly($1, $2, $3::uuid[], $4::text[], $5) changed',
      [domain, 'T2', of, bases, JSON.stringify(rows)],
    );
    await app.query('commit');
    return done[0]?.changed;
  } catch (error) {
    await app.query('rollback');
    throw error;
  }
}

async function relations(of: string): Promise<string[]> {
  const { rows } = await hub.admin.query<{ one: string }>(
    `select basis || ' ' || reference one from access.relationship where child_id = $1 order by 1`,
    [of],
  );
  return rows.map(({ one }) => one);
}

describe('the relationships of a child that a domain says all of', () => {
  it('are those it says and no others of these bases, and other domains’ stand', async () => {
    expect(await say({})).toBe(2);
    expect(await relations(child)).toEqual(['PLAN_DUTY a plan', 'SCHOOL_ROLL test']);
    expect(await relations(other)).toEqual(['LOOKED_AFTER_DUTY test']);
    expect(await say({})).toBe(0);
  });

  it('are none where it says none, or an empty interval', async () => {
    await say({ rows: [row({ until: '2026-01-05' })] });
    expect(await relations(child)).toEqual(['SCHOOL_ROLL test']);
    await say({ of: [other], rows: [] });
    expect(await relations(other)).toEqual([]);
  });

  it('end under every id that the child’s records have', async () => {
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, child]);
    await say({});
    expect(await relations(record)).toEqual([]);
  });

  it.each<[string, () => Said]>([
    ['a child it was not opened for', () => ({ of: [child, other], opened: [child] })],
    ['a row of a child it does not speak of', () => ({ rows: [row({ child_id: other })], opened: [child, other] })],
    ['a row of a basis it does not speak of', () => ({ bases: ['LOOKED_AFTER_DUTY'] })],
    ['another domain’s basis', () => ({ bases: ['SCHOOL_ROLL'], rows: [] })],
    ['a basis without a name', () => ({ bases: [null], rows: [] })],
    ['no child that can be read', () => ({ rows: [row({ child_id: null })] })],
    ['a grantee of its choosing', () => ({ rows: [row({ grantee: 'person:evil' })] })],
    ['another domain', () => ({ domain: 'EDUCATION', bases: ['SCHOOL_ROLL'], rows: [] })],
  ])('are not to be said of %s', async (_, said) => {
    await expect(say(said())).rejects.toMatchObject({ code: '42501' });
    expect(await relations(child)).toEqual(['LOOKED_AFTER_DUTY test', 'SCHOOL_ROLL test']);
  });

  it('are no person’s to say', async () => {
    const head = await hub.voucher({ persona: 'virtual-school-head' });
    await expect(say({ as: head })).rejects.toMatchObject({ code: '42501' });
  });

  it('are no person’s to say who may write facts that relate a child', async () => {
    const referral = { basis: 'REFERRAL', grantee: 'org:XAC01' };
    const referred = await arrangeChild(hub.admin, [referral]);
    const clinician = await hub.voucher({ persona: 'camhs-clinician' });
    const health = await hub.appClient(Domain.HEALTH);
    const frame = { holder: Domain.HEALTH, about: Domain.HEALTH, tier: 'T3', act: 'WRITE' } as const;
    const request = { ...frame, operation: 'updateWaitingListEntry', kind: 'child', keys: [referred] };
    const made = [{ ...row(), ...referral, child_id: referred }];
    const saying = async (what: string, ...values: unknown[]) => {
      await health.query('begin');
      try {
        await health.query(openStatement(clinician, [request]));
        return await health.query<{ changed: number }>(`select access.${what} changed`, values);
      } finally {
        await health.query('rollback');
      }
    };
    // What a person's act makes of a child is the person's to say; that there is nothing else, is not.
    const related = await saying('relate($1, $2, $3)', 'HEALTH', 'T3', JSON.stringify(made));
    expect(related.rows).toEqual([{ changed: 1 }]);
    const exactly = saying(
      'relate_exactly($1, $2, $3::uuid[], $4::text[], $5)',
      'HEALTH',
      'T3',
      [referred],
      ['REFERRAL'],
      '[]',
    );
    await expect(exactly).rejects.toMatchObject({ code: '42501' });
  });
});
