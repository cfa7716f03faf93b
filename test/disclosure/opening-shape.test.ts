import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, permittedIds, undone } from '../support/opening.js';

const { HEALTH, EDUCATION, PARTNERSHIP } = Domain;

let hub: TestHub;
let unit: Client;
let health: Client;
let senco: Voucher;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  unit = await hub.unitClient();
  health = await hub.appClient(HEALTH);
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  senco = await hub.voucher({ persona: 'senco' });
});

afterAll(() => hub.close());

/** The call of a well-formed unit of two requests, with some of its arguments put wrong. By their places from 1. */
async function opensWith(wrong: Readonly<Record<number, unknown>>): Promise<string> {
  const { text, values } = openStatement(senco, [asking(HEALTH, [child]), asking(EDUCATION, [child])]);
  return undone(unit, async () => {
    const given = values.map((value, at) => (at + 1 in wrong ? wrong[at + 1] : value));
    return unit.query(text, given).then(
      () => 'opened',
      (error: unknown) => String((error as { code?: string }).code),
    );
  });
}

describe('a unit whose requests do not go together', () => {
  it('is opened where nothing is wrong with it', async () => {
    expect(await opensWith({})).toBe('opened');
  });

  it.each([
    ['more facts than holders', { 4: [HEALTH, EDUCATION, EDUCATION] }],
    ['fewer tiers than holders', { 5: ['T3'] }],
    ['more acts than holders', { 6: ['READ', 'READ', 'READ'] }],
    ['fewer operations than holders', { 7: ['test'] }],
    ['more kinds than holders', { 8: ['child', 'child', 'child'] }],
    ['fewer sets of keys than holders', { 9: [1] }],
    ['keys of no set', { 11: [] }],
    ['a set that is named as what is found is', { 9: [1, -1] }],
    ['no number for a set', { 9: [1, null] }],
    ['a key of set nought', { 11: [0] }],
    ['a holder that is nobody', { 3: [HEALTH, null] }],
    ['a fact of nobody’s', { 4: [null, EDUCATION] }],
    ['no tier', { 5: ['T3', null] }],
    ['no act', { 6: [null, 'READ'] }],
    ['no operation', { 7: ['test', null] }],
    ['no kind', { 8: [null, 'child'] }],
    ['no key', { 10: [null] }],
    ['no details', { 12: null }],
    ['no holders at all', { 3: null }],
    ['no keys at all', { 10: null }],
  ] as const)('is refused before anything is decided: %s', async (_, wrong) => {
    expect(await opensWith(wrong)).toBe('22023');
  });
});

describe('a child’s id', () => {
  it.each([
    ['in capitals', (id: string) => id.toUpperCase()],
    ['in braces', (id: string) => `{${id}}`],
    ['without hyphens', (id: string) => id.replaceAll('-', '')],
  ])('is nobody’s where it is written %s, alone or beside others', async (_, written) => {
    await undone(health, async () => {
      const [alone, beside] = await openUnit(health, senco, [
        asking(HEALTH, [written(child)]),
        asking(HEALTH, [written(child), 'x'], { tier: 'EXISTENCE' }),
      ]);
      expect([alone?.permitted, beside?.permitted]).toEqual([[], []]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([]);
    });
  });
});

describe('a basis that the hub does not know', () => {
  it('opens nothing to anybody', async () => {
    await hub.admin.query(`update ctx.setting set bases = array_remove(bases, 'SCHOOL_ROLL')`);
    const [opened] = await undone(health, () => openUnit(health, senco, [asking(HEALTH, [child])]));
    expect(opened?.permitted).toEqual([]);
    await hub.admin.query(`update ctx.setting set bases = bases || 'SCHOOL_ROLL'::text`);
    const [again] = await undone(health, () => openUnit(health, senco, [asking(HEALTH, [child])]));
    expect(again?.permitted).toHaveLength(1);
  });

  it('has no room beyond thirty: a set of them is a number', async () => {
    await expect(
      hub.admin.query(`update ctx.setting set bases = array(select 'B' || n from generate_series(1, 31) n)`),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a relationship that somebody writes', () => {
  const relate = (client: Client, domain: Domain, tier: string, grantee: string | null, basis: string) =>
    client.query('select access.relate($1, $2, $3) done', [
      domain,
      tier,
      JSON.stringify([{ child_id: child, grantee, basis, reference: 'x', from: '2026-01-01', until: null }]),
    ]);

  it.each([
    ['another’s referral', HEALTH, 'camhs-clinician', 'T3', 'org:EVIL1', 'REFERRAL'],
    ['residence, which no person writes', PARTNERSHIP, 'senco', 'T2', 'org:999', 'RESIDENCE'],
    ['another school’s team', PARTNERSHIP, 'senco', 'T2', 'team:tas:999999', 'TEAM_AROUND_SCHOOL'],
    ['a review', PARTNERSHIP, 'senco', 'T2', 'org:990', 'MATCH_REVIEW'],
    ['nobody’s', PARTNERSHIP, 'senco', 'T2', null, 'TEAM_AROUND_SCHOOL'],
  ] as const)(
    'is refused though who speaks was put out of sight: %s',
    async (_, domain, persona, tier, grantee, basis) => {
      const app = await hub.appClient(domain);
      const referred = await arrangeChild(hub.admin, [
        { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
        { basis: 'REFERRAL', grantee: `org:${place.provider}` },
      ]);
      child = referred;
      for (const claims of [null, '', 'x', '{}']) {
        await undone(app, async () => {
          const voucher = await hub.voucher({ persona });
          const [opened] = await openUnit(app, voucher, [asking(domain, [child], { tier, act: 'WRITE' })]);
          expect(opened?.permitted).toHaveLength(1);
          if (claims !== null) await app.query(`select set_config('hub.claims', $1, true)`, [claims]);
          await expect(relate(app, domain, tier, grantee, basis)).rejects.toMatchObject({ code: '42501' });
        });
      }
    },
  );

  it('is a system’s also where its voucher has run out within the unit, which its transaction outlasts', async () => {
    const app = await hub.appClient(HEALTH);
    const voucher = (await hub.assembly.minter('ingest')).vouchForSystem();
    await undone(app, async () => {
      await openUnit(app, voucher, [asking(HEALTH, [child], { act: 'WRITE', operation: 'ingest' })]);
      await app.query(`select set_config('hub.claims', '', true)`);
      const { rows } = await relate(app, HEALTH, 'T3', `org:${place.provider}`, 'REFERRAL');
      expect(rows).toHaveLength(1);
    });
  });
});
