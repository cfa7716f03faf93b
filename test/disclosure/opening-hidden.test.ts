import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place, type Relation } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit, type OpenedUnit, undone } from '../support/opening.js';

const { HEALTH } = Domain;

let hub: TestHub;
let health: Client;

const onRoll: Relation = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
});

afterAll(() => hub.close());

/** What was done to one table: how often it was read from the start or through an index, and what that brought. */
interface Touched {
  readonly table: string;
  readonly scans: number;
  readonly probes: number;
  readonly scanned: number;
  readonly written: number;
}

/**
 * The server's own count of this connection's work, by table. Counted, not timed: it is the same on any machine. It goes
 * on over transactions until the server takes it up, so that only a difference within one transaction says anything.
 */
async function counted(client: Client): Promise<Touched[]> {
  const { rows } = await client.query<Touched>(
    `select schemaname || '.' || relname as table, seq_scan::int scans, coalesce(idx_scan, 0)::int probes, seq_tup_read::int scanned,
       n_tup_ins::int written from pg_stat_xact_all_tables where schemaname not like 'pg\\_%' order by 1`,
  );
  return rows;
}

async function workOf(request: Asking): Promise<{ answer: OpenedUnit | undefined; work: Touched[] }> {
  const voucher = await hub.voucher({ persona: 'senco' });
  return undone(health, async () => {
    const before = new Map((await counted(health)).map((touched) => [touched.table, touched]));
    const [answer] = await openUnit(health, voucher, [request]);
    const after = await counted(health);
    const work = after.map((touched) => {
      const was = before.get(touched.table);
      return {
        table: touched.table,
        scans: touched.scans - (was?.scans ?? 0),
        probes: touched.probes - (was?.probes ?? 0),
        scanned: touched.scanned - (was?.scanned ?? 0),
        written: touched.written - (was?.written ?? 0),
      };
    });
    return { answer, work: work.filter(({ scans, probes, written }) => scans + probes + written > 0) };
  });
}

/** How often any table was looked at. */
const looks = (work: readonly Touched[]): number => work.reduce((sum, { scans, probes }) => sum + scans + probes, 0);

async function sealed(): Promise<string> {
  const id = await arrangeChild(hub.admin, [onRoll]);
  await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [id]);
  return id;
}

async function objected(): Promise<string> {
  const id = await arrangeChild(hub.admin, [onRoll]);
  await hub.admin.query(`insert into access.objection values ($1, null, null, '[2026-01-01,)', 'test')`, [id]);
  return id;
}

const elsewhere = () => arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: 'org:900002' }]);
const silence = { permitted: [], subjects: [], died: {} };

describe('a child who is not shared, beside one who does not exist', () => {
  beforeAll(async () => {
    // The caller is known, plans are made: what follows differs by the child alone.
    for (let n = 0; n < 7; n += 1) await workOf(asking(HEALTH, [await elsewhere()]));
  });

  it('is answered in the same shape, whatever is in the way', async () => {
    const nobody = await workOf(asking(HEALTH, [randomUUID()]));
    expect(nobody.answer).toMatchObject(silence);
    for (const id of [await elsewhere(), await sealed(), await objected()])
      expect((await workOf(asking(HEALTH, [id]))).answer).toEqual(nobody.answer);
  });

  it('is the same work, table by table, where nothing connects the caller: one child or fifty', async () => {
    const nobody = await workOf(asking(HEALTH, [randomUUID()]));
    expect((await workOf(asking(HEALTH, [await elsewhere()]))).work).toEqual(nobody.work);
    const fifty: string[] = [];
    for (let n = 0; n < 50; n += 1) fifty.push(await elsewhere());
    const nobodies = await workOf(
      asking(
        HEALTH,
        fifty.map(() => randomUUID()),
      ),
    );
    expect((await workOf(asking(HEALTH, fifty))).work).toEqual(nobodies.work);
  });

  it('is the same work but for a few look-ups in what hides it, where the caller would be connected', async () => {
    const nobody = await workOf(asking(HEALTH, [randomUUID()]));
    // What day it is stands in a table of one row: it is asked as often as a day is compared.
    const scanned = (work: readonly Touched[]) =>
      work.flatMap(({ table, scans, scanned: rows }) =>
        scans === 0 || table === 'ctx.setting' ? [] : [[table, scans, rows]],
      );
    for (const id of [await sealed(), await objected()]) {
      const { work } = await workOf(asking(HEALTH, [id]));
      expect(scanned(work)).toEqual(scanned(nobody.work));
      expect(work.filter(({ written }) => written > 0)).toEqual(nobody.work.filter(({ written }) => written > 0));
      expect(looks(work) - looks(nobody.work)).toBeLessThanOrEqual(8);
    }
  });

  it('is opened before a row about the child is read, in no table of the domain', async () => {
    for (const id of [await arrangeChild(hub.admin, [onRoll]), await sealed(), await elsewhere()]) {
      const { work } = await workOf(asking(HEALTH, [id]));
      const own = work.filter(({ table }) => !/^(access|ctx)\./.test(table));
      expect(own.map(({ table }) => table).filter((table) => !table.startsWith('health.audit'))).toEqual([]);
    }
  });

  it('is reached by a key of its own over the same path as a key that nobody has', async () => {
    const entry = { kind: 'waiting-list-entry' } as const;
    const keyOf = async (id: string): Promise<string> =>
      (await hub.admin.query<{ id: string }>('select id from health.waiting_list_entry where child_id = $1', [id]))
        .rows[0]?.id ?? '';
    const keyed = async (key: string) => workOf(asking(HEALTH, [key], entry));
    await keyed(randomUUID());
    const nobody = await keyed(randomUUID());
    const { answer, work } = await keyed(await keyOf(await elsewhere()));
    expect(answer).toMatchObject({ permitted: [], died: {} });
    expect(work.map(({ table, scans, scanned }) => [table, scans, scanned])).toEqual(
      expect.arrayContaining(nobody.work.map(({ table, scans, scanned }) => [table, scans, scanned])),
    );
    expect(looks(work) - looks(nobody.work)).toBeLessThanOrEqual(8);
  });
});
