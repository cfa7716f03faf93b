import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub({ area: true });
  await hub.admin.query('analyze');
});

afterAll(() => hub.close());

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** The columns of a domain's own tables that say who a child is, as far as its login may read them. */
async function telling(domain: Domain): Promise<Column[]> {
  const { rows } = await hub.admin.query<Column>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column, format_type(a.atttypid, null) as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = $1 and c.relkind = 'r' and c.relrowsecurity and a.attnum > 0
       and (a.atttypid = 'uuid'::regtype or a.attname in ('value', 'source_key', 'entry_ref', 'given', 'family', 'date_of_birth'))
       and has_column_privilege($2, c.oid, a.attnum, 'select')`,
    [domain.toLowerCase(), `hubtest_${domain.toLowerCase()}`],
  );
  return rows;
}

const nobody: Readonly<Record<string, string>> = { uuid: randomUUID(), date: '1899-03-07', text: 'nobody has this' };

/** The values most likely to be told of: those with most rows, and the ends. */
async function held({ table, column }: Column): Promise<string[]> {
  const { rows } = await hub.admin.query<{ held: string }>(
    `(select ${column}::text as held from ${table} where ${column} is not null group by ${column} order by count(*) desc limit 3)
     union (select ${column}::text from ${table} where ${column} is not null order by ${column} limit 1)
     union (select ${column}::text from ${table} where ${column} is not null order by ${column} desc limit 1)`,
  );
  return rows.map((row) => row.held);
}

async function estimate(app: Client, { table, column, type }: Column, compared: string, value: string) {
  const sql = `explain select from ${table} where ${column} ${compared} '${value.replaceAll("'", "''")}'::${type}`;
  const { rows } = await app.query<Record<string, string>>(sql);
  // The plan without the value it was asked about, which it repeats.
  return rows.map((row) => row['QUERY PLAN']?.replaceAll(/'[^']*'/g, '')).join('\n');
}

describe('what the planner tells a login of rows it may not see', () => {
  it.each(Object.values(Domain))(
    'is, in %s, the same of a child who is known and of one who is not [D08]',
    async (domain) => {
      const app = await hub.appClient(domain);
      const columns = await telling(domain);
      expect(columns.length).toBeGreaterThan(0);
      const told: string[] = [];
      for (const column of columns)
        for (const compared of ['=', '<']) {
          const unknown = await estimate(app, column, compared, nobody[column.type] ?? randomUUID());
          for (const value of await held(column))
            if ((await estimate(app, column, compared, value)) !== unknown)
              told.push(`${column.table} ${column.column} ${compared}`);
        }
      expect([...new Set(told)]).toEqual([]);
    },
  );

  it('leaves plans that go by a child’s own index', async () => {
    const app = await hub.appClient(Domain.EDUCATION);
    await app.query('set enable_seqscan = off');
    const plan = await estimate(
      app,
      { table: 'education.attendance_week', column: 'child_id', type: 'uuid' },
      '=',
      randomUUID(),
    );
    expect(plan).toMatch(/Index/);
    expect(Number(/rows=(\d+)/.exec(plan)?.[1])).toBeLessThan(20);
  });
});
