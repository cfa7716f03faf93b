import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, auditOf, kept, openUnit, permittedIds, requestIdOf, undone } from '../support/opening.js';

const { PARTNERSHIP, HEALTH } = Domain;

let hub: TestHub;
let health: Client;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
  partnership = await hub.appClient(PARTNERSHIP);
});

afterAll(() => hub.close());

const hashes = (count: number): string[] => Array.from({ length: count }, () => `hash-${randomUUID()}`);
const byNumber = (count: number): Asking => asking(PARTNERSHIP, hashes(count), { kind: 'identifier' });
const byName = (count = 1): Asking =>
  asking(PARTNERSHIP, hashes(count), { kind: 'search', sought: { terms: [], first: 1 } });

let people = 0;
const somebody = (): { sub: string } => ({ sub: `senco.limits.${String(++people)}` });

async function look(who: { sub: string }, ...requests: Asking[]): Promise<string> {
  const voucher = await hub.voucher({ persona: 'senco', claims: who });
  return kept(partnership, () => openUnit(partnership, voucher, requests)).then(
    () => 'answered',
    (error: unknown) => String((error as { code?: string }).code),
  );
}

describe('look-ups', () => {
  it('are thirty a minute, each key of a request one', async () => {
    const who = somebody();
    expect(await look(who, byNumber(30))).toBe('answered');
    expect(await look(who, byNumber(1))).toBe('HUB30');
    expect(await look(who, byName())).toBe('HUB30');
    expect(await look(who, asking(PARTNERSHIP, [randomUUID()]))).toBe('answered');
  });

  it('by number and by name are counted together, in one unit and over several', async () => {
    const who = somebody();
    expect(await look(who, byNumber(10), byName(), byNumber(10))).toBe('answered');
    expect(await look(who, byNumber(5), byName(), byName(), byName(), byName())).toBe('answered');
    expect(await look(who, byName())).toBe('HUB30');
  });

  it('beyond the bound leave nothing: no answer, no audit, and nothing used up', async () => {
    const who = somebody();
    expect(await look(who, byNumber(31))).toBe('HUB30');
    expect(await look(who, byNumber(20), byNumber(11))).toBe('HUB30');
    expect(await look(who, byNumber(29))).toBe('answered');
    expect(await look(who, byNumber(2))).toBe('HUB30');
    expect(await look(who, byNumber(1))).toBe('answered');
  });

  it('are counted a person: whatever the role, the purpose or the request', async () => {
    const who = somebody();
    expect(await look(who, byNumber(30))).toBe('answered');
    const again = await hub.voucher({ persona: 'headteacher', claims: who });
    await expect(undone(partnership, () => openUnit(partnership, again, [byNumber(1)]))).rejects.toMatchObject({
      code: 'HUB30',
    });
    expect(await look(somebody(), byNumber(30))).toBe('answered');
  });

  it('of several units of one transaction are counted together', async () => {
    const voucher = await hub.voucher({ persona: 'senco', claims: somebody() });
    await undone(partnership, async () => {
      await openUnit(partnership, voucher, [byNumber(20)]);
      await expect(openUnit(partnership, voucher, [byNumber(11)])).rejects.toMatchObject({ code: 'HUB30' });
    });
  });

  it('that ask by no key at all are one', async () => {
    const who = somebody();
    expect(await look(who, byNumber(29), byNumber(0))).toBe('answered');
    expect(await look(who, byNumber(1))).toBe('HUB30');
  });

  it('sent side by side count each other: the second waits for the first, and is refused', async () => {
    const who = somebody();
    const second = await hub.appClient(PARTNERSHIP);
    const voucher = () => hub.voucher({ persona: 'senco', claims: who });
    const [one, two] = [await voucher(), await voucher()];
    // Known already, so that the two wait for each other in nothing but their look-ups.
    expect(await look(who, asking(PARTNERSHIP, []))).toBe('answered');
    const { rows } = await second.query<{ pid: number }>('select pg_backend_pid() pid');
    await partnership.query('begin');
    await openUnit(partnership, one, [byNumber(20)]);
    const waiting = undone(second, () => openUnit(second, two, [byNumber(20)])).then(
      () => 'answered',
      (error: unknown) => String((error as { code?: string }).code),
    );
    await waits(rows[0]?.pid);
    await partnership.query('commit');
    expect(await waiting).toBe('HUB30');
  });
});

/** Until this connection waits for what another transaction holds. */
async function waits(pid: number | undefined): Promise<void> {
  for (;;) {
    const { rows } = await hub.admin.query<{ waits: boolean }>('select cardinality(pg_blocking_pids($1)) > 0 waits', [
      pid,
    ]);
    if (rows[0]?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a system', () => {
  let ingest: Voucher;
  const change = { act: 'WRITE', operation: 'ingest' } as const;
  const many = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

  // A voucher lasts a minute: each test has one of its own, however slow the machine is.
  beforeEach(async () => {
    ingest = (await hub.assembly.minter('ingest')).vouchForSystem();
  });

  const refused = (voucher: Voucher, ...requests: Asking[]): Promise<unknown> =>
    expect(undone(health, () => openUnit(health, voucher, requests))).rejects.toMatchObject({ code: '42501' });

  it('may name a thousand children, who need not be known yet, and not one more', async () => {
    const ids = many(1000);
    await undone(health, async () => {
      const [opened] = await openUnit(health, ingest, [asking(HEALTH, ids, change)]);
      expect(opened?.permitted).toHaveLength(1000);
      expect(opened?.permitted[0]?.slice(1)).toEqual(['FULL', 'SYSTEM']);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual([...ids].sort());
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'READ')).toEqual([...ids].sort());
    });
    await refused(ingest, asking(HEALTH, many(1001), change));
    await refused(ingest, asking(HEALTH, many(1), change), asking(HEALTH, many(1001), change));
  });

  it('is held to its own operations, to read or to change, in each domain', async () => {
    await refused(ingest, asking(HEALTH, many(1), { operation: 'ingest' }));
    await refused(ingest, asking(HEALTH, many(1), { act: 'WRITE', operation: 'test' }));
    await refused(ingest, asking(HEALTH, many(1), { act: 'WRITE', operation: 'ingest:WRITE' }));
    await refused(ingest, asking(HEALTH, many(1), { act: 'WRITE', operation: '' }));
    await refused(ingest, asking(HEALTH, many(1), change), asking(HEALTH, many(1), { operation: 'child.health' }));
    const feed = (await hub.assembly.minter('team-feed')).vouchForSystem();
    await refused(feed, asking(HEALTH, many(1), { act: 'WRITE', operation: 'team-feed' }));
    await undone(health, () => openUnit(health, feed, [asking(HEALTH, many(1), { operation: 'team-feed' })]));
  });

  it('is refused another domain than the login’s, though the operation is its own', async () => {
    await refused(ingest, asking(Domain.EDUCATION, many(1), change));
    await refused(ingest, asking(HEALTH, many(1), change), asking(Domain.EDUCATION, many(1), change));
  });

  it('reads nothing of who is forgotten, and may still write what is to go', async () => {
    const [child, forgotten] = [await arrangeChild(hub.admin), await arrangeChild(hub.admin)];
    await hub.admin.query('insert into access.forgotten values ($1)', [forgotten]);
    const feed = (await hub.assembly.minter('team-feed')).vouchForSystem();
    const ids = [child, forgotten].sort();
    await undone(health, async () => {
      const [opened] = await openUnit(health, feed, [asking(HEALTH, ids, { operation: 'team-feed' })]);
      expect(opened?.permitted.map(([id]) => id).sort()).toEqual(ids);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([child]);
    });
    await undone(health, async () => {
      await openUnit(health, ingest, [asking(HEALTH, ids, change)]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual(ids);
    });
  });

  it('is under no restriction, objection or agreement, opens linked ids too, and is written down as a system', async () => {
    const [child, record] = [await arrangeChild(hub.admin), await arrangeChild(hub.admin)];
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, child]);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [child]);
    const voucher = (await hub.assembly.minter('ingest')).vouchForSystem();
    await kept(health, async () => {
      await openUnit(health, voucher, [asking(HEALTH, [child], change)]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3', 'WRITE')).toEqual([child, record].sort());
    });
    expect(await auditOf(hub.admin, requestIdOf(voucher))).toEqual([
      {
        holder: HEALTH,
        about: HEALTH,
        tier: 'T3',
        act: 'WRITE',
        operation: 'ingest',
        kind: 'child',
        subjects: null,
        asked: [child],
        permitted: [child, record].sort(),
        decision: 'SYSTEM',
        bases: ['SYSTEM'],
        policyVersion: 'system',
      },
    ]);
  });
});

describe('a login', () => {
  it('opens for its own domain alone, the shared login for each of them, and neither for one there is not', async () => {
    const senco = await hub.voucher({ persona: 'senco' });
    const unit = await hub.unitClient();
    const child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    const tries = async (client: Client, holder: string): Promise<string> =>
      undone(client, () => openUnit(client, senco, [asking(HEALTH, [child], { holder: holder as Domain })])).then(
        () => 'opened',
        (error: unknown) => String((error as { code?: string }).code),
      );
    for (const domain of Object.values(Domain)) {
      expect(await tries(health, domain)).toBe(domain === HEALTH ? 'opened' : '42501');
      expect(await tries(unit, domain)).toBe('opened');
    }
    for (const nobody of ['HOUSING', '', 'health', 'HEALTH ', 'access']) {
      expect(await tries(health, nobody)).toBe('42501');
      expect(await tries(unit, nobody)).toBe('42501');
    }
  });
});
