import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { currentKey, type MinterKey, tagOf } from '../../platform/auth/keys.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, auditOf, openUnit, permittedIds, requestIdOf, undone } from '../support/opening.js';

const { HEALTH } = Domain;

let hub: TestHub;
let health: Client;
let child: string;
let gateway: MinterKey;
let ingest: MinterKey;
let genuine: Record<string, unknown>;

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  gateway = currentKey(hub.environment.keysDir, 'gateway');
  ingest = currentKey(hub.environment.keysDir, 'ingest');
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  genuine = JSON.parse((await hub.voucher({ persona: 'senco' })).claims) as Record<string, unknown>;
});

afterAll(() => hub.close());

/** Claims whose tag is right: the key is the gateway's own, what it says is not. */
const tagged = (claims: string, key = gateway): Voucher => ({ claims, tag: tagOf(key, claims) });
const saying = (over: Record<string, unknown>): Voucher => tagged(JSON.stringify({ ...genuine, ...over }));
const without = (name: string): Voucher =>
  tagged(JSON.stringify(Object.fromEntries(Object.entries(genuine).filter(([key]) => key !== name))));

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

async function outcomeOf(voucher: Voucher): Promise<string> {
  return undone(health, () =>
    openUnit(health, voucher, [asking(HEALTH, [child])]).then(
      () => 'opened',
      (error: unknown) => String((error as { code?: string }).code),
    ),
  );
}

describe('claims that are no claims', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a space', ' '],
    ['no JSON', 'senco'],
    ['JSON that is cut', '{"sub":"senco"'],
    ['two values', '{} {}'],
    ['a name without quotes', '{sub:"senco"}'],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"senco"'],
    ['true', 'true'],
    ['a list', '[]'],
    ['a list of claims', '[{"kid":"gateway.1"}]'],
    ['an empty object', '{}'],
    ['a key that is nobody’s', '{"kid":"nobody.1","sub":"a","rid":"12345678","purpose":"AUDIT"}'],
    ['a key that is null', '{"kid":null}'],
    ['a key that is an object', '{"kid":{"kid":"gateway.1"}}'],
    ['a key that is a list', '{"kid":["gateway.1"]}'],
    ['a null character as JSON writes it', '{"kid":"gateway.1","sub":"a\\u0000b"}'],
    ['half a surrogate pair', '{"kid":"gateway.1","sub":"\\ud800"}'],
    ['a number beyond all bounds', '{"kid":"gateway.1","exp":1e400000}'],
    ['very deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['very long', `{"kid":"gateway.1","sub":"${'x'.repeat(2_000_000)}"}`],
    ['SQL', `'; drop table access.audit; --`],
  ];

  it.each(texts)('are refused as any others, rightly tagged or not: %s', async (_, text) => {
    for (const voucher of [tagged(text), { claims: text, tag: 'ab' }, { claims: text, tag: '' }])
      expect(await outcomeOf(voucher)).toBe('28000');
  });

  it('are refused where there are none', async () => {
    for (const [claims, tag] of [
      [null, null],
      [JSON.stringify(genuine), null],
      [null, 'ab'],
    ]) {
      const opening = undone(health, () =>
        openUnit(health, { claims, tag } as unknown as Voucher, [asking(HEALTH, [child])]),
      );
      await expect(opening).rejects.toMatchObject({ code: '28000' });
    }
  });
});

describe('a tag that is no tag', () => {
  it.each([
    ['nothing', ''],
    ['no hexadecimal', 'zz'.repeat(32)],
    ['an odd number of letters', 'abc'],
    ['of another length', 'ab'.repeat(16)],
    ['very long', 'ab'.repeat(500_000)],
    ['words', 'the senco asks'],
  ])('opens nothing: %s', async (_, tag) => {
    expect(await outcomeOf({ claims: JSON.stringify(genuine), tag })).toBe('28000');
  });
});

describe('claims under a right tag', () => {
  it('are opened as they were minted', async () => {
    expect(await outcomeOf(saying({ exp: inSeconds(50) }))).toBe('opened');
  });

  it.each(['sub', 'rid', 'purpose', 'exp', 'kid'])('are refused without %s', async (name) => {
    expect(await outcomeOf(without(name))).toBe('28000');
  });

  it.each(['sub', 'rid', 'purpose'])('are refused where %s is empty or null', async (name) => {
    for (const nothing of ['', null]) expect(await outcomeOf(saying({ [name]: nothing }))).toBe('28000');
  });

  it('are refused past their expiry, and where they would last too long', async () => {
    for (const exp of [0, -1, inSeconds(-1), inSeconds(3600), 9_999_999_999_999, Number.MAX_SAFE_INTEGER])
      expect(await outcomeOf(saying({ exp }))).toBe('28000');
  });

  it.each([
    ['a word', 'soon'],
    ['empty', ''],
    ['null', null],
    ['a list', [1]],
    ['an object', { at: 1 }],
    ['true', true],
    ['a date', '2026-11-28T12:00:00Z'],
    ['beyond a bigint', 1e30],
    ['an infinity', 'Infinity'],
    ['not a number', 'NaN'],
  ])('are refused where the expiry is %s', async (_, exp) => {
    expect(await outcomeOf(saying({ exp }))).toBe('28000');
  });

  it('are refused where a person speaks as a system, or a system’s key as anybody else', async () => {
    for (const posing of [{ sub: 'system:ingest' }, { role: 'system' }, { sub: 'system:' }])
      expect(await outcomeOf(saying({ exp: inSeconds(50), ...posing }))).toBe('28000');
    const asSystem = { kid: ingest.kid, exp: inSeconds(50), role: 'system', sub: 'system:ingest', purpose: 'INGEST' };
    for (const posing of [{ sub: 'system:team-feed' }, { sub: 'senco' }, { purpose: 'AUDIT' }, { sub: null }]) {
      const claims = JSON.stringify({ ...genuine, ...asSystem, ...posing });
      expect(await outcomeOf(tagged(claims, ingest))).toBe('28000');
    }
  });

  it('are refused under another minter’s key than the one they name', async () => {
    const claims = JSON.stringify({ ...genuine, exp: inSeconds(50) });
    expect(await outcomeOf(tagged(claims, ingest))).toBe('28000');
    expect(await outcomeOf({ claims: claims.replace(gateway.kid, ingest.kid), tag: tagOf(gateway, claims) })).toBe(
      '28000',
    );
  });

  it('give themselves neither operations nor the standing of a system', async () => {
    // Of a role that changes nothing in health.
    const role = 'virtual-school-adviser';
    const claims = saying({
      exp: inSeconds(50),
      role,
      system: true,
      operations: ['HEALTH:ingest:WRITE', 'HEALTH:test'],
    });
    await undone(health, async () => {
      await openUnit(health, claims, [asking(HEALTH, [child], { act: 'WRITE', operation: 'ingest' })]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual([]);
      expect((await health.query('select ctx.system() as system')).rows).toEqual([{ system: [] }]);
    });
  });

  it('leave nothing written where they were refused', async () => {
    const rid = randomUUID();
    await expect(openUnit(health, saying({ rid, exp: 0 }), [asking(HEALTH, [child])])).rejects.toMatchObject({
      code: '28000',
    });
    expect(await auditOf(hub.admin, rid)).toEqual([]);
  });

  it('name a caller of letters and signs as they are, in the audit as in the decision', async () => {
    const rid = `rid '"\\ {,} ${randomUUID()}`;
    const voucher = saying({ rid, exp: inSeconds(50), sub: `o'brien "the" {head},\\ null`, name: '👩‍🏫 |' });
    await health.query('begin');
    await openUnit(health, voucher, [asking(HEALTH, [child], { operation: `a|b,{c}"'` })]);
    await health.query('commit');
    expect(await auditOf(hub.admin, rid)).toMatchObject([
      { operation: `a|b,{c}"'`, asked: [child], permitted: [child], decision: 'PERMITTED' },
    ]);
  });
});

describe('two callers who ask about one child at one instant', () => {
  it('each get their own answer and their own audit', async () => {
    const other = await hub.appClient(HEALTH);
    const senco = await hub.voucher({ persona: 'senco' });
    const stranger = await hub.voucher({ persona: 'senco', school: '900002' });
    const clients = [health, other] as const;
    for (const [first, second] of [
      [senco, stranger],
      [stranger, senco],
    ] as const) {
      await Promise.all(clients.map((client) => client.query('begin')));
      const [one, two] = await Promise.all([
        openUnit(health, first, [asking(HEALTH, [child])]),
        openUnit(other, second, [asking(HEALTH, [child])]),
      ]);
      const seen = async (client: Client) => ({
        ids: await permittedIds(client, HEALTH, HEALTH, 'T3'),
        rows: (await client.query('select from health.waiting_list_entry')).rowCount,
      });
      const [here, there] = await Promise.all(clients.map(seen));
      const full = { ids: [child], rows: 1 };
      const none = { ids: [], rows: 0 };
      expect([here, there]).toEqual(first === senco ? [full, none] : [none, full]);
      expect([one, two].map((opened) => opened[0]?.permitted.length)).toEqual(first === senco ? [1, 0] : [0, 1]);
      await Promise.all(clients.map((client) => client.query('commit')));
    }
    const base = { holder: HEALTH, asked: [child] };
    const shown = { ...base, decision: 'PERMITTED', permitted: [child] };
    const silent = { ...base, decision: 'SILENT', permitted: [] };
    expect(await auditOf(hub.admin, requestIdOf(senco))).toMatchObject([shown, shown]);
    expect(await auditOf(hub.admin, requestIdOf(stranger))).toMatchObject([silent, silent]);
  });
});
