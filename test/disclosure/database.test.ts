import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { OpenRequest } from '../../platform/db/merge-requests.js';
import { openedIn, openStatement } from '../../platform/db/open-statement.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let health: Client;
let child: string;
let senco: Voucher;

const onRoll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(Domain.HEALTH);
  child = await arrangeChild(hub.admin, onRoll);
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  senco = await hub.voucher({ persona: 'senco' });
});

afterAll(() => hub.close());

const request = (keys: readonly string[], over: Record<string, unknown> = {}) =>
  JSON.stringify([
    { holder: 'HEALTH', about: 'HEALTH', tier: 'T3', act: 'READ', operation: 'test', kind: 'child', keys, ...over },
  ]);

async function entries(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>('select count(*) n from health.waiting_list_entry');
  return Number(rows[0]?.n);
}

async function within<T>(client: Client, work: () => Promise<T>, end: 'rollback' | 'commit' = 'rollback'): Promise<T> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query(end);
  }
}

/** What a unit leaves behind in its transaction. */
interface Left {
  readonly units: string;
  readonly opened: string;
}
const leftBehind = `select current_setting('hub.units') units, current_setting('hub.opened') opened`;
const putBack = `set_config('hub.units', $1, true), set_config('hub.opened', $2, true),
  set_config('hub.claims', $3, true), set_config('hub.tag', $4, true)`;

const open = (client: Client, voucher: Voucher, requests: string) =>
  client.query(openStatement(voucher, JSON.parse(requests) as OpenRequest[]));

describe('the database, asked by somebody with the app role’s login', () => {
  it('shows the opened child to a verified caller', async () => {
    await within(health, async () => {
      await open(health, senco, request([child]));
      expect(await entries(health)).toBe(1);
    });
  });

  it('shows no rows without a context [D01]', async () => {
    expect(await entries(health)).toBe(0);
  });

  it('shows no rows when settings are forged [D03]', async () => {
    await within(health, async () => {
      await health.query(
        `select set_config('hub.claims', $1, true), set_config('hub.tag', 'forged', true),
        set_config('hub.units', '{1,2,3}', true), set_config('hub.opened', '{' || $2 || '}', true)`,
        [senco.claims, child],
      );
      expect(await entries(health)).toBe(0);
      for (const hint of ['{', '{a}', '{99999999999999999999}', '{1,,2}', '{1}{2}', '1']) {
        await health.query(`select set_config('hub.units', $1, true)`, [hint]);
        expect(await entries(health)).toBe(0);
      }
    });
  });

  it('shows no rows when a true set is carried into another transaction [D03]', async () => {
    const kept = await within(
      health,
      async () => {
        await open(health, senco, request([child]));
        return (await health.query<Left>(leftBehind)).rows[0];
      },
      'commit',
    );
    await within(health, async () => {
      await health.query(`select ${putBack}`, [kept?.units, kept?.opened, senco.claims, senco.tag]);
      expect(await entries(health)).toBe(0);
    });
  });

  it('shows no rows on the same connection after commit [D04]', async () => {
    await health.query('begin');
    await open(health, senco, request([child]));
    await health.query('commit');
    expect(await entries(health)).toBe(0);
  });

  it('refuses claims that were changed by one letter', async () => {
    const raised = { claims: senco.claims.replace('"role":"senco"', '"role":"analyst"'), tag: senco.tag };
    await expect(within(health, () => open(health, raised, request([child])))).rejects.toMatchObject({ code: '28000' });
  });

  it('refuses claims past their expiry, and ones that would last too long [D03]', async () => {
    const { tagOf, currentKey } = await import('../../platform/auth/keys.js');
    const key = currentKey(hub.environment.keysDir, 'gateway');
    for (const seconds of [-1, 3600]) {
      const claims = JSON.stringify({
        ...(JSON.parse(senco.claims) as object),
        exp: Math.floor(Date.now() / 1000) + seconds,
      });
      await expect(
        within(health, () => open(health, { claims, tag: tagOf(key, claims) }, request([child]))),
      ).rejects.toMatchObject({ code: '28000' });
    }
  });

  it('refuses a second caller within one unit', async () => {
    const other = await hub.voucher({ persona: 'headteacher' });
    await expect(
      within(health, async () => {
        await open(health, senco, request([child]));
        await open(health, other, request([child]));
      }),
    ).rejects.toMatchObject({ code: '28000' });
  });

  it('refuses another domain’s request', async () => {
    await expect(
      within(health, () =>
        open(health, senco, request([child], { holder: 'EDUCATION', about: 'EDUCATION', tier: 'T2' })),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('lets a system speak for its own operations only', async () => {
    const minter = await hub.assembly.minter('ingest');
    const system = minter.vouchForSystem();
    await within(health, async () => {
      await open(health, system, request([child], { act: 'WRITE', operation: 'ingest' }));
      expect(await entries(health)).toBe(1);
    });
    await expect(
      within(health, () => open(health, system, request([child], { operation: 'child.health' }))),
    ).rejects.toMatchObject({ code: '42501' });
    const many = Array.from({ length: 1001 }, () => randomUUID());
    await expect(
      within(health, () => open(health, system, request(many, { act: 'WRITE', operation: 'ingest' }))),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a gateway voucher that speaks for a system', async () => {
    const posing = await hub.voucher({ persona: 'senco', claims: { sub: 'system:ingest', role: 'system' } });
    await expect(within(health, () => open(health, posing, request([child])))).rejects.toMatchObject({ code: '28000' });
  });

  it('refuses to write under a permit to read', async () => {
    await expect(
      within(health, async () => {
        await open(health, senco, request([child]));
        await health.query(
          `insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on)
          values ($1, 'XAC01', 'new', 'CAMHS', 'REFERRED', '2026-11-01', '2026-11-01')`,
          [child],
        );
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps keys, rules and the audit out of reach [D05]', async () => {
    for (const table of [
      'ctx.key',
      'ctx.setting',
      'access.rule',
      'access.audit',
      'health.audit',
      'health.outbox',
      'access.restriction',
      'partnership.child',
    ]) {
      await expect(health.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(health.query('set role hubtest_education')).rejects.toMatchObject({ code: '42501' });
  });

  it('shows a relationship to its grantee alone, through a list that is written down, and to nobody directly', async () => {
    const list = { from: { bases: ['SCHOOL_ROLL'] }, keys: undefined };
    const listed = async (voucher: Voucher): Promise<unknown[]> =>
      within(health, async () => {
        const { rows } = await open(health, voucher, request([], list));
        return [...(openedIn(rows)[0]?.verdicts.keys() ?? [])];
      });
    expect(await listed(senco)).toEqual([child]);
    expect(await listed(await hub.voucher({ persona: 'senco', school: '900002' }))).toEqual([]);
    await expect(health.query('select from access.relationship')).rejects.toMatchObject({ code: '42501' });
  });

  it('lets a person’s act relate a child to nobody of their choosing', async () => {
    const clinician = await hub.voucher({ persona: 'camhs-clinician' });
    const referred = await arrangeChild(hub.admin, [{ basis: 'REFERRAL', grantee: `org:${place.provider}` }]);
    const relate = (grantee: string, basis = 'REFERRAL') =>
      within(health, async () => {
        await open(health, clinician, request([referred], { act: 'WRITE' }));
        const row = { child_id: referred, grantee, basis, reference: 'x', from: '2026-01-01', until: null };
        await health.query('select access.relate($1, $2, $3)', ['HEALTH', 'T3', JSON.stringify([row])]);
      });
    await relate(`org:${place.provider}`);
    for (const [grantee, basis] of [['org:EVIL01'], ['person:evil'], ['org:900002', 'SCHOOL_ROLL']] as const) {
      await expect(relate(grantee, basis)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows nothing through a set whose audit row was rolled back', async () => {
    await within(health, async () => {
      await health.query('savepoint before');
      await open(health, senco, request([child]));
      const kept = (await health.query<Left>(leftBehind)).rows[0];
      await health.query('rollback to savepoint before');
      await health.query(`select ${putBack}`, [kept?.units, kept?.opened, senco.claims, senco.tag]);
      expect(await entries(health)).toBe(0);
    });
  });

  it('lets only those who lead a school seat somebody in its team', async () => {
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const seat = async (as: Parameters<TestHub['voucher']>[0], subject: string) => {
      const voucher = await hub.voucher(as);
      return within(partnership, async () => {
        await open(partnership, voucher, '[]');
        await partnership.query(`select access.join_team('tas:900001', $1, now(), null)`, [subject]);
      });
    };
    await seat({ persona: 'headteacher' }, 'ep-001');
    for (const as of [
      { persona: 'analyst' },
      { persona: 'headteacher', school: '900002' },
      { persona: 'team-around-school-lead' },
    ] as const) {
      await expect(seat(as, 'ep-001')).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('asks the child index for candidates only as the system that resolves, and writes that down', async () => {
    const partnership = await hub.appClient(Domain.PARTNERSHIP);
    const ask = async (minter: string) => {
      const voucher = (await hub.assembly.minter(minter)).vouchForSystem();
      return within(partnership, async () => {
        await open(partnership, voucher, '[]');
        await partnership.query(`select * from partnership.candidates('{}', '{}', '{}')`);
        return (await hub.admin.query('select 1')).rowCount;
      });
    };
    await ask('ingest');
    await expect(ask('team-feed')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the audit', () => {
  const rowsOf = async (rid: string) =>
    (
      await hub.admin.query<{ decision: string; asked: string[]; permitted: string[]; operation: string }>(
        'select decision, asked, permitted, operation from health.audit where request_id = $1 order by seq',
        [rid],
      )
    ).rows;

  it('writes a row for what was shown, for what was silent and for what was refused [D10]', async () => {
    const look = async (voucher: Voucher) => {
      await health.query('begin');
      await open(health, voucher, request([child]));
      await health.query('commit');
      return rowsOf((JSON.parse(voucher.claims) as { rid: string }).rid);
    };
    expect(await look(await hub.voucher({ persona: 'senco' }))).toMatchObject([
      { decision: 'PERMITTED', asked: [child], permitted: [child] },
    ]);
    expect(await look(await hub.voucher({ persona: 'senco', school: '900002' }))).toMatchObject([
      { decision: 'SILENT', asked: [child], permitted: [] },
    ]);
    expect(await look(await hub.voucher({ persona: 'analyst' }))).toMatchObject([
      { decision: 'REFUSED', asked: [child], permitted: [] },
    ]);
  });

  it('shows no data when the row cannot be written [D11]', async () => {
    await hub.admin.query(
      `alter table access.audit_unit add constraint full_disk check (request_id <> 'no-audit-request')`,
    );
    const voucher = await hub.voucher({ persona: 'senco', claims: { rid: 'no-audit-request' } });
    await expect(within(health, () => open(health, voucher, request([child])))).rejects.toMatchObject({
      code: '23514',
    });
    const document =
      'query Look($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { health { waiting { id } } } } }';
    const answer = await hub.ask('health', { persona: 'senco', claims: { rid: 'no-audit-request' } }, document, {
      id: child,
    });
    expect(answer.data).toEqual({ _entities: [{ health: null }] });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'DEFECT' } }]);
    await hub.admin.query('alter table access.audit_unit drop constraint full_disk');
  });

  it('is append-only, for the database’s owner too [D13]', async () => {
    for (const change of [
      `update health.audit_unit set actor = 'x'`,
      'delete from health.audit_unit',
      'truncate health.audit_unit',
      'truncate access.audit_unit',
    ]) {
      await expect(hub.admin.query(change)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('takes no new row of the shape that it had before a row was a unit', async () => {
    await expect(
      hub.admin.query(`begin;
        create table health.audit_of_then partition of access.audit_by_request for values in ('HEALTH');
        insert into access.audit_by_request (domain, actor, role, purpose, about, tier, act, operation, kind, asked, permitted,
          decision, bases, request_id)
        values ('HEALTH', 'x', 'x', 'x', 'HEALTH', 'T3', 'READ', 'x', 'child', '{}', '{}', 'SILENT', '{}', 'x')`),
    ).rejects.toMatchObject({ code: '42501' });
    await hub.admin.query('rollback');
  });
});

describe('every table about a child', () => {
  it('has row-level security, forced [D02]', async () => {
    const { rows } = await hub.admin.query<{ table: string; safe: boolean }>(`
      select n.nspname || '.' || c.relname as table, c.relrowsecurity and c.relforcerowsecurity as safe
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attname in ('child_id', 'held') and n.nspname not in ('pg_catalog', 'information_schema')`);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ safe }) => !safe)).toEqual([]);
  });

  it('shows no rows without a context, to its own domain’s login [D01]', async () => {
    for (const domain of Object.values(Domain)) {
      const app = await hub.appClient(domain);
      const { rows } = await hub.admin.query<{ relname: string }>(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
         where n.nspname = $1 and c.relkind = 'r' and not c.relispartition and a.attname = 'child_id' and has_table_privilege($2, c.oid, 'select')`,
        [domain.toLowerCase(), `hubtest_${domain.toLowerCase()}`],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { relname } of rows)
        expect((await app.query(`select from ${domain.toLowerCase()}.${relname}`)).rowCount).toBe(0);
    }
  });

  it('has no role of ours that passes row-level security by [D05]', async () => {
    const { rows } = await hub.admin.query(
      `select rolname from pg_roles where rolname like 'hubtest%' and (rolbypassrls or rolsuper or rolcreaterole)`,
    );
    expect(rows).toEqual([]);
  });

  it('has definer functions with a search path of their own only [D02]', async () => {
    const { rows } = await hub.admin.query(`
      select n.nspname, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'crypto') and not coalesce(p.proconfig::text like '%search_path%', false)`);
    expect(rows).toEqual([]);
  });
});
