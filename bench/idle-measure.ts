import type { Client } from 'pg';

/** What a database was made to write between two moments. */
export interface Written {
  /** Rows inserted, updated and deleted, by table; none of the server's own catalogues. */
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of the write-ahead log, the server's own snapshots and checkpoints among them. */
  readonly walBytes: number;
}

interface Stand {
  readonly rows: ReadonlyMap<string, number>;
  readonly wal: number;
}

async function stand(admin: Client): Promise<Stand> {
  const { rows } = await admin.query<{ name: string; n: number }>(
    `select schemaname || '.' || relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::float8 as n from pg_stat_user_tables`,
  );
  const { rows: at } = await admin.query<{ wal: number }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::float8 as wal`,
  );
  return { rows: new Map(rows.map(({ name, n }) => [name, n])), wal: at[0]?.wal ?? 0 };
}

/** Measures what is written while `meanwhile` goes by. Backends report within a second of an idle moment, so count late. */
export async function writtenDuring(admin: Client, meanwhile: () => Promise<unknown>): Promise<Written> {
  const before = await stand(admin);
  await meanwhile();
  const after = await stand(admin);
  const changed = [...after.rows]
    .map(([name, n]) => [name, n - (before.rows.get(name) ?? 0)] as const)
    .filter(([, n]) => n > 0);
  return { rows: Object.fromEntries(changed), walBytes: after.wal - before.wal };
}
