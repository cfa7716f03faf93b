import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { openStatement } from '../../platform/db/open-statement.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let health: Client;
const onRoll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(Domain.HEALTH);
});

afterAll(() => hub.close());

async function within<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function open(
  client: Client,
  voucher: Voucher,
  keys?: readonly string[],
  act: 'READ' | 'WRITE' = 'READ',
): Promise<void> {
  const about = { holder: Domain.HEALTH, about: Domain.HEALTH, tier: 'T3', act } as const;
  const requests = keys ? [{ ...about, operation: act === 'READ' ? 'test' : 'ingest', kind: 'child', keys }] : [];
  await client.query(openStatement(voucher, requests));
}

async function systemVoucher(minter: string): Promise<Voucher> {
  return (await hub.assembly.minter(minter)).vouchForSystem();
}

/** How many rows of the tables that are read under these ids it sees. */
const rowsUnder = async (client: Client, ids: readonly string[]): Promise<number | null> =>
  (await client.query('select from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held', [ids]))
    .rowCount;

const linksOf = async (client: Client, ids: readonly string[]): Promise<string[]> =>
  (
    await client.query<{ pair: string }>(`select asked || ' ' || held pair from ctx.keys($1) order by 1`, [ids])
  ).rows.map(({ pair }) => pair);

describe('the links between a child’s records, asked for under an app login', () => {
  let shown: string;
  let record: string;
  let others: string[];
  let senco: Voucher;
  const pairs = () => [`${shown} ${shown}`, `${shown} ${record}`].sort();

  beforeAll(async () => {
    [shown, record] = [await arrangeChild(hub.admin, onRoll), await arrangeChild(hub.admin)];
    others = [await arrangeChild(hub.admin), await arrangeChild(hub.admin)];
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2), ($3, $4)', [
      record,
      shown,
      others[1],
      others[0],
    ]);
  });

  // A voucher lasts a minute: each test has one of its own, however slow the machine is.
  beforeEach(async () => {
    senco = await hub.voucher({ persona: 'senco' });
  });

  it('are told to nobody without a unit, nor after one [D01]', async () => {
    expect(await linksOf(health, [shown, ...others])).toEqual([]);
    await health.query('begin');
    await open(health, senco, [shown]);
    await health.query('commit');
    expect(await linksOf(health, [shown, ...others])).toEqual([]);
  });

  it('are told of the children the unit was opened for, and of no others [D01]', async () => {
    await within(health, async () => {
      await open(health, senco, [shown, ...others]);
      expect(await linksOf(health, [shown, ...others, randomUUID()])).toEqual(pairs());
      expect(await linksOf(health, [record])).toEqual([`${record} ${shown}`, `${record} ${record}`].sort());
    });
  });

  it('are told of both children who were opened one after the other', async () => {
    const ingest = await systemVoucher('ingest');
    await within(health, async () => {
      await open(health, ingest, [shown], 'WRITE');
      await open(health, ingest, [others[0] ?? ''], 'WRITE');
      expect(await linksOf(health, [shown, others[0] ?? ''])).toHaveLength(4);
    });
  });

  it('are told to nobody by settings that were forged, kept, or whose audit row was rolled back [D03] [D04]', async () => {
    await within(health, async () => {
      await health.query('savepoint before');
      await open(health, senco, [shown]);
      await health.query('rollback to savepoint before');
      expect(await linksOf(health, [shown])).toEqual([]);
    });
    // Whoever writes the settings is told what they wrote, and nothing of what the database knows.
    await within(health, async () => {
      await open(health, senco, [shown]);
      await health.query(`select set_config('hub.opened', $1::uuid[]::text, true)`, [[shown, ...others]]);
      expect(await linksOf(health, others)).toEqual(others.map((id) => `${id} ${id}`).sort());
      expect(await rowsUnder(health, others)).toBe(0);
    });
    await expect(health.query('select * from access.linked($1)', [others])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what only a system has to say', () => {
  const writes = {
    reject: `insert into health.reject (source, file, line, rule, reason) values ('waiting-list', 'a.csv', 1, 'r', 'x')`,
    receipt: `insert into health.source_receipt values ('waiting-list', now(), null)
      on conflict (source) do update set last_received = excluded.last_received`,
    provider: `insert into health.provider (ods_code, name) values ('ZZT01', 'Nobody')`,
  } as const;

  it.each(Object.entries(writes))(
    'lets nobody write a %s without a unit, nor a person in one [D01]',
    async (_, sql) => {
      await expect(health.query(sql)).rejects.toMatchObject({ code: '42501' });
      const clinician = await hub.voucher({ persona: 'camhs-clinician' });
      const asPerson = within(health, async () => {
        await open(health, clinician);
        await health.query(sql);
      });
      await expect(asPerson).rejects.toMatchObject({ code: '42501' });
      await within(health, async () => {
        await open(health, await systemVoucher('ingest'));
        expect((await health.query(sql)).rowCount).toBe(1);
      });
    },
  );

  it('shows what was rejected to the system that keeps it alone, and how late a source is to its domain', async () => {
    await hub.admin.query(writes.reject);
    await hub.admin.query(writes.receipt);
    expect((await health.query('select from health.reject')).rowCount).toBe(0);
    expect((await health.query('select from health.source_receipt')).rowCount).toBe(1);
  });

  it('keeps a consumer’s place its own: no other system reads or moves it [D01]', async () => {
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const move = `insert into partnership.event_position values ('team-feed', 'HEALTH', '7', 7)
      on conflict (consumer, domain) do update set seq = excluded.seq`;
    const as = (voucher: Voucher, sql: string) =>
      within(partnership, async () => {
        await open(partnership, voucher);
        return (await partnership.query(sql)).rowCount;
      });
    await hub.admin.query(move);
    await expect(partnership.query(move)).rejects.toMatchObject({ code: '42501' });
    await expect(as(await systemVoucher('ingest'), move)).rejects.toMatchObject({ code: '42501' });
    expect(await as(await systemVoucher('ingest'), 'select from partnership.event_position')).toBe(0);
    expect(await as(await systemVoucher('team-feed'), move)).toBe(1);
    expect((await partnership.query('select from partnership.event_position')).rowCount).toBe(0);
  });

  it('takes no system’s name from settings that were kept from its own transaction [D03]', async () => {
    const ingest = await systemVoucher('ingest');
    const kept = await within(health, async () => {
      await open(health, ingest);
      const { rows } = await health.query<{ system: string; mac: string }>(
        `select current_setting('hub.system') as system, current_setting('hub.mac_of_system') as mac`,
      );
      return rows[0];
    });
    const forged = within(health, async () => {
      await health.query(
        `select set_config('hub.tag', $1, true), set_config('hub.system', $2, true), set_config('hub.mac_of_system', $3, true)`,
        [ingest.tag, kept?.system, kept?.mac],
      );
      await health.query(writes.reject);
    });
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a seat in the team around a school', () => {
  const seat = async (subject: string, as: As = { persona: 'headteacher' }, until: string | null = null) => {
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const voucher = await hub.voucher(as);
    await within(partnership, async () => {
      await open(partnership, voucher);
      await partnership.query(`select access.join_team('tas:900001', $1, '2026-01-01', $2)`, [subject, until]);
    });
  };
  const signIn = async (subject: string, iss = 'hub:development') => {
    const voucher = await hub.voucher({ persona: 'educational-psychologist', claims: { sub: subject, iss } });
    await health.query('begin');
    await open(health, voucher);
    await health.query('commit');
  };

  it('is given to somebody who has signed in, and to no string besides', async () => {
    for (const nobody of ['', 'ep-077', '*', 'tas:900001', 'ep-001 ', 'EP-001'])
      await expect(seat(nobody)).rejects.toMatchObject({ code: 'HUB31' });
    await seat('ep-001');
    await signIn('ep-077');
    await seat('ep-077');
  });

  it('is given to nobody whose subject two issuers use for somebody', async () => {
    await signIn('ep-078');
    await signIn('ep-078', 'https://elsewhere.example');
    await expect(seat('ep-078')).rejects.toMatchObject({ code: 'HUB31' });
  });

  it('can be ended though nobody knows who had it', async () => {
    await hub.admin.query(
      `insert into access.membership values ('tas:900001', 'left-long-ago', tstzrange('2026-01-01', null))`,
    );
    await seat('left-long-ago', { persona: 'headteacher' }, '2026-11-20');
  });

  it('refused through the graph says so in one sentence, without the subject', async () => {
    const document = `mutation Seat($key: ID!) {
      setTeamMember(schoolUrn: "900001", userId: "ep-079", role: "EP", idempotencyKey: $key) { role } }`;
    const { body } = await hub.post({ persona: 'headteacher' }, document, { key: randomUUID() });
    expect(body).toMatchObject({
      data: { setTeamMember: null },
      errors: [
        {
          message: 'userId names nobody who has signed in to the hub: ask them to sign in once.',
          extensions: { code: 'INVALID_INPUT' },
        },
      ],
    });
    const { rows } = await hub.admin.query(`select from partnership.team_member where subject = 'ep-079'`);
    expect(rows).toEqual([]);
  });

  it('is remembered by issuer, organisation and day of whoever signs in through the gateway, and written once a day', async () => {
    await hub.post({ persona: 'salt-therapist', provider: 'XZZ09' }, '{ me { name } }');
    const known = async () =>
      (
        await hub.admin.query<Record<string, string>>(
          `select issuer, subject, organisation, role, last_seen::text as seen, xmin::text as written
           from access.known_person where role = 'salt-therapist' order by 1, 2`,
        )
      ).rows;
    const before = await known();
    expect(before).toContainEqual(
      expect.objectContaining({ issuer: 'hub:development', role: 'salt-therapist', seen: '2026-11-20' }),
    );
    await hub.post({ persona: 'salt-therapist', provider: 'XZZ09' }, '{ me { name } }');
    expect(await known()).toEqual(before);
  });
});
