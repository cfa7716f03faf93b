import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, auditOf, openUnit, requestIdOf, undone } from '../support/opening.js';

let hub: TestHub;
let unit: Client;
const apps = new Map<Domain, Client>();
let child: string;
let tables: string[];

beforeAll(async () => {
  hub = await testHub();
  unit = await hub.unitClient();
  for (const domain of Object.values(Domain)) apps.set(domain, await hub.appClient(domain));
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  const { rows } = await hub.admin.query<{ named: string }>(
    `select format('%I.%I', n.nspname, c.relname) named from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relname like 'audit%' and c.relkind in ('r', 'p', 'm', 'f') order by 1`,
  );
  tables = rows.map(({ named }) => named);
});

afterAll(() => hub.close());

const changes = (table: string): string[] => [
  `insert into ${table} default values`,
  `insert into ${table} select * from ${table}`,
  `update ${table} set request_id = 'x'`,
  `delete from ${table}`,
  `truncate ${table}`,
  `copy ${table} from stdin`,
];

/** Whether each change of every audit table is refused in the transaction the client is in. */
async function refusals(client: Client): Promise<string[]> {
  const allowed: string[] = [];
  for (const change of tables.flatMap(changes)) {
    await client.query('savepoint change');
    const code = await client.query(change).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );
    await client.query('rollback to savepoint change');
    if (code !== '42501') allowed.push(`${change}: ${String(code)}`);
  }
  return allowed;
}

describe('the audit', () => {
  it('is found by these tests: a table a domain, and the one they are parts of', () => {
    expect(tables.length).toBeGreaterThanOrEqual(Object.values(Domain).length + 1);
  });

  it('is read through views that take no change, whoever asks [D13]', async () => {
    const { rows } = await hub.admin.query<{ named: string; changes: number }>(
      `select format('%I.%I', n.nspname, c.relname) named, pg_relation_is_updatable(c.oid, true) changes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname like 'audit%' and c.relkind = 'v'`,
    );
    expect(rows).toHaveLength(Object.values(Domain).length + 1);
    expect(rows.filter(({ changes: possible }) => possible !== 0)).toEqual([]);
  });

  it('is written by no domain’s login, within a unit that was opened for it neither [D13]', async () => {
    const senco = await hub.voucher({ persona: 'senco' });
    for (const [domain, app] of apps) {
      await undone(app, async () => {
        expect(await refusals(app)).toEqual([]);
        await openUnit(app, senco, [asking(domain, [child])]);
        expect(await refusals(app)).toEqual([]);
      });
    }
  });

  it('is written by the shared login in no role it can take [D13]', async () => {
    const senco = await hub.voucher({ persona: 'senco' });
    await undone(unit, async () => {
      await openUnit(
        unit,
        senco,
        Object.values(Domain).map((domain) => asking(domain, [child])),
      );
      expect(await refusals(unit)).toEqual([]);
      for (const domain of Object.values(Domain)) {
        await unit.query(`set local role hubtest_${domain.toLowerCase()}`);
        expect(await refusals(unit)).toEqual([]);
        await unit.query('reset role');
      }
    });
  });

  it('is out of reach also by taking another role: those who may write it can be become by nobody [D05]', async () => {
    const roles = ['access', 'maintain', 'operator', ...Object.values(Domain).map((d) => `${d.toLowerCase()}_owner`)];
    for (const client of [unit, ...apps.values()]) {
      for (const role of roles) {
        for (const taking of [`set role hubtest_${role}`, `set session authorization hubtest_${role}`])
          await expect(client.query(taking)).rejects.toMatchObject({ code: '42501' });
      }
    }
    for (const [own, app] of apps) {
      for (const domain of Object.values(Domain).filter((each) => each !== own))
        await expect(app.query(`set role hubtest_${domain.toLowerCase()}`)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('holds who was refused and who was answered with silence, each with nothing permitted [D10]', async () => {
    const look = async (persona: Role, school?: string) => {
      const voucher = await hub.voucher({ persona, ...(school === undefined ? {} : { school }) });
      await unit.query('begin');
      const opened = await openUnit(unit, voucher, [asking(Domain.HEALTH, [child]), asking(Domain.EDUCATION, [child])]);
      await unit.query('commit');
      return { opened, audited: await auditOf(hub.admin, requestIdOf(voucher)) };
    };
    const nothing = { permitted: [], subjects: [], died: {}, facets: {}, entitled: null };
    const refused = await look('analyst');
    expect(refused.opened).toEqual([
      { ...nothing, version: null },
      { ...nothing, version: null },
    ]);
    expect(refused.audited).toMatchObject([
      { holder: 'HEALTH', decision: 'REFUSED', asked: [child], permitted: [], bases: [], policyVersion: null },
      { holder: 'EDUCATION', decision: 'REFUSED', asked: [child], permitted: [], bases: [], policyVersion: null },
    ]);
    const silent = await look('senco', '900002');
    expect(silent.opened).toMatchObject([nothing, nothing]);
    expect(silent.audited).toMatchObject([
      { holder: 'HEALTH', decision: 'SILENT', asked: [child], permitted: [], bases: [] },
      { holder: 'EDUCATION', decision: 'SILENT', asked: [child], permitted: [], bases: [] },
    ]);
    for (const { policyVersion } of silent.audited) expect(policyVersion).toBeTruthy();
    const half = await look('health-admin');
    expect(half.audited).toMatchObject([
      { holder: 'HEALTH', decision: 'SILENT' },
      { holder: 'EDUCATION', decision: 'REFUSED' },
    ]);
  });
});
