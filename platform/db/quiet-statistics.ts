import type { Client } from 'pg';

/** Columns whose values say who a child is, or which row is theirs, besides every id. */
const telling = [
  'value',
  'value_hash',
  'source_key',
  'entry_ref',
  'given',
  'family',
  'preferred',
  'previous_family',
  'postcode',
  'date_of_birth',
];

/** What the planner is told of them: about ten rows each, so that it goes by the index, whichever value is sought. */
const distinct = -0.1;

/**
 * Keeps the values of children's rows out of the planner's statistics. PostgreSQL estimates by its list of common values
 * and its histogram also where row-level security hides the rows, so that EXPLAIN told a login that may read a table
 * whether an id stands in it. The columns are sampled no longer, and what is left is one figure that holds for every
 * value. Needs PostgreSQL 18, where statistics can be set; docs/security.md says what an older server tells. Doing it
 * again looks at new columns only.
 */
export async function quietStatistics(admin: Client, schemas: readonly string[]): Promise<void> {
  const { rows: server } = await admin.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  if ((server[0]?.version ?? 0) < 180_000) return;
  const { rows } = await admin.query<{ schema: string; table: string; column: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = any ($1) and c.relkind = 'r' and c.relrowsecurity and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0
       and (a.atttypid = 'uuid'::regtype or a.attname = any ($2))
     order by 1, 2, 3`,
    [schemas, telling],
  );
  for (const { schema, table, column } of rows) {
    await admin.query(`alter table "${schema}"."${table}" alter column "${column}" set statistics 0`);
    await admin.query('select pg_clear_attribute_stats($1, $2, $3, false)', [schema, table, column]);
    await admin.query(
      `select pg_restore_attribute_stats('schemaname', $1::text, 'relname', $2::text, 'attname', $3::text,
         'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', $4::real)`,
      [schema, table, column, distinct],
    );
  }
}
