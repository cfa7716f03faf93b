import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { manifests } from '../../cli/domains.js';
import { schemaOf } from '../../platform/db/names.js';
import { type StoredTable, tableOf } from '../../platform/db/table/table.js';
import { databaseCopy } from '../support/database-copy.js';
import { rolePrefix } from '../support/templates.js';

/** A column as an entity and the database can both say it. */
interface Said {
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  /** The database alone gives its value. */
  readonly given: boolean;
}

/** Tables that no repository names: why they have no entity. */
const withoutEntity: Readonly<Record<string, string>> = {
  'education.attendance_year': 'keep_attendance_year alone writes it, and functions that count alone read it',
  'partnership.alert': 'access.claim writes it, and nothing of the hub reads it yet',
  'partnership.hash_key': 'keyed_hash alone reads it: the key never leaves the database',
  'partnership.name_count': 'name_counts and count_names alone read and write it',
};

/** What TypeORM is told to be a key, where the table has none. */
const withoutKey = ['partnership.former_version'];

const schemas = manifests.map(({ domain }) => schemaOf(domain));
const entities = manifests.flatMap(({ rows }) => rows);
let admin: Client;
let drop: () => Promise<void>;
let url: string;

beforeAll(async () => {
  const copy = await databaseCopy(rolePrefix);
  drop = copy.drop;
  url = copy.adminUrl;
  admin = new Client({ connectionString: url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await drop();
});

/** The tables that migrations made, but those that every domain is furnished with. */
async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and c.relname not in (
       select f.relname from pg_class f join pg_namespace s on s.oid = f.relnamespace
       where s.nspname = any ($1) and f.relkind in ('r', 'p') group by f.relname having count(*) = cardinality($1))
     order by 1`,
    [schemas],
  );
  return rows.map(({ name }) => name);
}

async function columnsOf(client: Client, table: string): Promise<Said[]> {
  const { rows } = await client.query<Said>(
    `select a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)) as primary,
       a.attgenerated <> '' or a.attidentity <> '' as given
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attname`,
    [table],
  );
  return rows;
}

/** As the entity says, its types in PostgreSQL's own words. */
async function saidBy(client: Client, { name, columns }: StoredTable): Promise<Said[]> {
  const { rows } = await client.query<{ type: string }>(
    'select format_type(to_regtype(t), null) as type from unnest($1::text[]) with ordinality w(t, n) order by n',
    [columns.map(({ type }) => type)],
  );
  const said = columns.map(({ name: column, nullable, primary, given }, at) => ({
    ...{ column, type: rows[at]?.type ?? '', nullable, given },
    primary: primary && !withoutKey.includes(name),
  }));
  return said.sort((a, b) => (a.column < b.column ? -1 : 1));
}

describe('the tables of the domains', () => {
  it('have an entity each, or a reason why not', async () => {
    const described = entities.map((row) => tableOf(row).name);
    expect([...described, ...Object.keys(withoutEntity)].sort()).toEqual(await tablesOf(admin));
  });

  it.each(
    manifests.flatMap(({ domain, rows }) => rows.map((row) => [tableOf(row).name, schemaOf(domain), row] as const)),
  )(
    '%s has the columns of its entity: names, types, null or not, key, given by the database or not',
    async (name, schema, row) => {
      expect(name.split('.')[0]).toBe(schema);
      expect(await saidBy(admin, tableOf(row))).toEqual(await columnsOf(admin, name));
    },
  );

  it('are seen to differ from their entity by any one column', async () => {
    await admin.query('begin');
    const table = tableOf(entities.find((row) => tableOf(row).name === 'health.provider'));
    for (const change of [
      'alter table health.provider add one_more text',
      'alter table health.provider alter name drop not null',
      'alter table health.provider alter name type varchar(20)',
      'alter table health.provider rename name to called',
      'alter table health.provider drop constraint provider_pkey',
    ]) {
      await admin.query('savepoint one');
      await admin.query(change);
      expect(await saidBy(admin, table)).not.toEqual(await columnsOf(admin, table.name));
      await admin.query('rollback to savepoint one');
    }
    expect(await saidBy(admin, table)).toEqual(await columnsOf(admin, table.name));
    await admin.query('create table health.unheard_of ()');
    expect(await tablesOf(admin)).toContain('health.unheard_of');
    await admin.query('rollback');
  });

  it('are entities that TypeORM itself takes', async () => {
    const source = new DataSource({ type: 'postgres', url, entities: entities as never[] });
    await source.initialize();
    const known = source.entityMetadatas.map(({ tablePath }) => tablePath).sort();
    await source.destroy();
    expect(known).toEqual(entities.map((row) => tableOf(row).name).sort());
  });
});
