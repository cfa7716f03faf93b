import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
let virtualSchool: Client;
let socialCare: Client;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  [virtualSchool, socialCare] = [await hub.appClient(Domain.VIRTUAL_SCHOOL), await hub.appClient(Domain.SOCIAL_CARE)];
  child = await arrangeChild(hub.admin);
});

afterAll(() => hub.close());

const feed = async (): Promise<Voucher> => (await hub.assembly.minter('cohort-feed')).vouchForSystem();

/** Says that social care's facts of some children changed, so many days ago. */
async function say(children: readonly string[], daysAgo = 0, topic = 'involvement-changed'): Promise<void> {
  await hub.admin.query(
    `insert into social_care.outbox (topic, child_id, at) select $1, i, now() - make_interval(days => $3) from unnest($2::uuid[]) i`,
    [topic, children, daysAgo],
  );
}

/** Where the last event stands; the read after it finds nothing. */
async function lastSaid(): Promise<{ xid: string; seq: string }> {
  const { rows } = await hub.admin.query<{ xid: string; seq: string }>(
    `select coalesce(max(xid), '0')::text xid, coalesce(max(seq), 0)::text seq from social_care.outbox`,
  );
  return rows[0] ?? { xid: '0', seq: '0' };
}

/** Where the virtual school's feed has got to, once it has heard all. */
async function position(): Promise<{ xid: string; seq: string }> {
  await settle(hub);
  const { rows } = await hub.admin.query<{ xid: string; seq: string }>(
    `select xid::text, seq::text from virtual_school.event_position where domain = 'SOCIAL_CARE'`,
  );
  return rows[0] ?? { xid: '0', seq: '0' };
}

/** Once no transaction of another test's is older than the last event. */
async function readable(): Promise<void> {
  const { xid } = await lastSaid();
  for (;;) {
    const { rows } = await hub.admin.query<{ now: boolean }>(
      `select $1::text::xid8 < pg_snapshot_xmin(pg_current_snapshot()) as now`,
      [xid],
    );
    if (rows[0]?.now) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const read = async (after: { xid: string; seq: string }) => {
  const { claims, tag } = await feed();
  const { rows } = await virtualSchool.query<{ child_id: string }>(
    `select child_id from access.read_events('SOCIAL_CARE', $1, $2, $3::text::xid8, $4, 100)`,
    [claims, tag, after.xid, after.seq],
  );
  return rows.map(({ child_id: id }) => id);
};

const hasNews = async (after: { xid: string; seq: string }): Promise<boolean | undefined> => {
  const { claims, tag } = await feed();
  const { rows } = await virtualSchool.query<{ news: boolean }>(
    `select access.has_news('SOCIAL_CARE', $1, $2, $3::text::xid8, $4) as news`,
    [claims, tag, after.xid, after.seq],
  );
  return rows[0]?.news;
};

const auditedReads = async (): Promise<number> => {
  const { rows } = await hub.admin.query<{ count: number }>(
    `select count(*)::int from social_care.audit where operation = 'events.read'`,
  );
  return rows[0]?.count ?? 0;
};

const forget = async (client: Client, domain: string): Promise<number> =>
  Number((await client.query<{ gone: string }>(`select access.forget_events($1, 100) gone`, [domain])).rows[0]?.gone);

describe('a look for what a domain said', () => {
  it('is written down once where something was read, and not at all where nothing was', async () => {
    const before = await lastSaid();
    const written = await auditedReads();
    expect(await read(before)).toEqual([]);
    expect(await auditedReads()).toBe(written);
    await say([child, await arrangeChild(hub.admin)]);
    await readable();
    expect(await read(before)).toHaveLength(2);
    expect(await auditedReads()).toBe(written + 1);
  });

  it('is of no use to who rolls it back: the row and what was read go together', async () => {
    const before = await lastSaid();
    await say([child]);
    await readable();
    const written = await auditedReads();
    await virtualSchool.query('begin');
    expect(await read(before)).toEqual([child]);
    await virtualSchool.query('rollback');
    expect(await auditedReads()).toBe(written);
  });

  it('takes no transaction id to learn that there is nothing, or something', async () => {
    await virtualSchool.query('begin');
    const before = await lastSaid();
    expect(await hasNews(before)).toBe(false);
    await say([child]);
    expect(await hasNews(before)).toBe(true);
    const { rows } = await virtualSchool.query('select pg_current_xact_id_if_assigned() is null as none');
    expect(rows).toEqual([{ none: true }]);
    await virtualSchool.query('rollback');
  });

  it('tells of what cannot be read yet, and not of topics that are another’s', async () => {
    const older = await hub.appClient(Domain.HEALTH);
    await older.query('begin; select pg_current_xact_id()');
    const before = await lastSaid();
    await say([child], 0, 'nobody-hears-this');
    expect(await hasNews(before)).toBe(false);
    await say([child]);
    expect([await hasNews(before), await read(before)]).toEqual([true, []]);
    await older.query('rollback');
    await readable();
    expect(await read(before)).toEqual([child]);
  });

  it('is not answered to who is not a system', async () => {
    const person = await hub.voucher({ persona: 'senco' });
    for (const ask of ['has_news', 'say_anew'])
      await expect(
        virtualSchool.query(`select access.${ask}('SOCIAL_CARE', $1, $2, '0', 0)`, [person.claims, person.tag]),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(virtualSchool.query(`select access.has_news('SOCIAL_CARE', '{}', '', '0', 0)`)).rejects.toMatchObject({
      code: '28000',
    });
  });
});

describe('what was said more than 30 days ago', () => {
  const ages = async (): Promise<number[]> => {
    const { rows } = await hub.admin.query<{ days: number }>(
      `select extract(day from now() - at)::int as days from social_care.outbox where at < now() - interval '1 day' order by 1`,
    );
    return rows.map(({ days }) => days);
  };

  it('goes at the word of its owner’s login alone, and nothing younger with it', async () => {
    await settle(hub);
    await say([child], 29);
    await say([child], 31);
    await say([child], 300);
    await expect(forget(virtualSchool, 'SOCIAL_CARE')).rejects.toMatchObject({ code: '42501' });
    await settle(hub);
    expect(await ages()).toEqual([29, 31, 300]);
    expect(await forget(socialCare, 'SOCIAL_CARE')).toBe(2);
    expect(await ages()).toEqual([29]);
  });

  it('takes no transaction id where there is none', async () => {
    await socialCare.query('begin');
    expect(await forget(socialCare, 'SOCIAL_CARE')).toBe(0);
    const { rows } = await socialCare.query('select pg_current_xact_id_if_assigned() is null as none');
    expect(rows).toEqual([{ none: true }]);
    await socialCare.query('rollback');
  });

  it('is missed by nobody who had heard it', async () => {
    const here = await position();
    await say([child], 40, 'nobody-hears-this');
    await forget(socialCare, 'SOCIAL_CARE');
    expect(await hasNews(here)).toBe(false);
    expect(await read(here)).toEqual([]);
  });
});

describe('a consumer that was away for longer than events are kept', () => {
  const copyOf = async (id: string): Promise<number | null> =>
    (await hub.admin.query('select from virtual_school.kept_interval where child_id = $1', [id])).rowCount;

  it('is told, hears of every child anew, and misses nothing afterwards', async () => {
    const here = await position();
    const missed = await arrangeChild(hub.admin);
    await say([missed], 31);
    await forget(socialCare, 'SOCIAL_CARE');
    expect(await hasNews(here)).toBe(true);
    await readable();
    await expect(read(here)).rejects.toMatchObject({ code: 'HUB32' });
    expect(await copyOf(missed)).toBe(0);
    await settle(hub);
    expect(await copyOf(missed)).toBeGreaterThan(0);
    expect(await hasNews(await position())).toBe(false);
    const { rows } = await hub.admin.query(
      `select topic, count(distinct child_id)::int = (select count(*)::int from partnership.child) as every
       from social_care.outbox where seq > $1 group by topic`,
      [here.seq],
    );
    expect(rows).toEqual([{ topic: 'involvement-changed', every: true }]);
    const { rows: written } = await hub.admin.query<{ actor: string }>(
      `select actor from social_care.audit where operation = 'events.say-anew'`,
    );
    expect(written).toHaveLength(1);
  });

  it('is as a consumer that is new: its copy is built', async () => {
    await hub.admin.query(
      `insert into social_care.outbox (topic, child_id, at) values ('involvement-changed', $1, now() - interval '31 days')`,
      [randomUUID()],
    );
    await settle(hub);
    await forget(socialCare, 'SOCIAL_CARE');
    await hub.admin.query(
      `delete from virtual_school.event_position; delete from virtual_school.kept_interval where child_id = '${child}'`,
    );
    await settle(hub);
    expect(await copyOf(child)).toBeGreaterThan(0);
  });
});
