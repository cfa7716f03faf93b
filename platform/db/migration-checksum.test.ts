import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { databaseCopy } from '../../test/support/database-copy.js';
import { rolePrefix } from '../../test/support/templates.js';
import { Domain } from '../vocabulary/domain.js';
import { keepChecksums, refuseEditedMigrations } from './migration-checksum.js';
import { migrate } from './migrate.js';
import { runMigrations } from './run-migrations.js';

const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
const schema = 'sample';
const words = { prefix: rolePrefix, owner: 'postgres' };
let admin: Client;
let adminUrl: string;
let drop: () => Promise<void>;

const write = (name: string, sql: string) => {
  writeFileSync(path.join(folder, name), sql);
};
const run = () => runMigrations(admin, adminUrl, { schema, folder, owner: 'postgres' }, words);
const refuse = () => refuseEditedMigrations(admin, schema, folder);

async function sums(): Promise<unknown[]> {
  const { rows } = await admin.query<[string, boolean]>({
    text: 'select name, checksum is not null from sample.migration order by id',
    rowMode: 'array',
  });
  return rows;
}

beforeAll(async () => {
  const copy = await databaseCopy(rolePrefix);
  ({ drop, adminUrl } = copy);
  admin = new Client({ connectionString: adminUrl });
  await admin.connect();
});
beforeEach(async () => {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  await admin.query('drop schema if exists sample cascade; create schema sample');
  write('0001-first-table.up.sql', 'create table sample.first (n int);\n');
  write('0002-second-table.up.sql', 'create table sample.second (n int);\n');
});
afterAll(async () => {
  await admin.end();
  await drop();
  rmSync(folder, { recursive: true });
});

describe('a migration that was applied', () => {
  it('is kept with its checksum, and may be followed by others', async () => {
    await refuse();
    await run();
    write('0003-third-table.up.sql', 'create table sample.third (n int);\n');
    await refuse();
    await run();
    await refuse();
    expect(await sums()).toEqual([
      ['0001_first_table1700000000001', true],
      ['0002_second_table1700000000002', true],
      ['0003_third_table1700000000003', true],
    ]);
  });

  it('stops the migration in one line that names it, once it was edited', async () => {
    await run();
    write('0001-first-table.up.sql', 'create table sample.first (n int, m int);\n');
    await expect(refuse()).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(
        /^The migration .*\/0001-first-table\.up\.sql was changed after it was applied to this database: [^\n]*as a new migration\.$/,
      ) as unknown,
    });
  });

  it('stops it, too, where its file is gone', async () => {
    await run();
    rmSync(path.join(folder, '0002-second-table.up.sql'));
    await expect(refuse()).rejects.toThrow(
      /0002-second-table\.up\.sql was applied to this database and is gone: put it/,
    );
  });

  it('is taken as its file has it, where that was before there were checksums', async () => {
    await run();
    await admin.query(`alter table sample.migration drop column checksum;
      insert into sample.migration (timestamp, name) values (1, '0000_emptied_since1700000000000')`);
    await refuse();
    await run();
    await refuse();
    expect(await sums()).toEqual([
      ['0001_first_table1700000000001', true],
      ['0002_second_table1700000000002', true],
      ['0000_emptied_since1700000000000', false],
    ]);
    write('0001-first-table.up.sql', 'create table sample.first (n int, m int);\n');
    await expect(refuse()).rejects.toThrow('0001-first-table.up.sql was changed');
  });

  it('keeps the checksum it was applied with', async () => {
    await run();
    write('0001-first-table.up.sql', 'create table sample.first (n int, m int);\n');
    await keepChecksums(admin, schema, folder);
    await expect(refuse()).rejects.toThrow('0001-first-table.up.sql was changed');
  });
});

describe('hub migrate over a migration that was edited', () => {
  it('refuses before anything is changed, roles included', async () => {
    await admin.query('drop schema health cascade; create schema health');
    const own = { schema: 'health', folder, owner: 'postgres' };
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    write('0001-one.up.sql', 'create table health.one (n int);\n');
    await runMigrations(admin, adminUrl, own, words);
    write('0001-one.up.sql', 'create table health.one (n int, m int);\n');
    const state = async () =>
      (
        await admin.query(
          `select (select count(*) from pg_roles) roles, (select count(*) from pg_proc) functions, (select count(*) from pg_class) tables,
             (select string_agg(concat_ws(' ', xmin, ctid, file), ',' order by file) from access.function_text) texts`,
        )
      ).rows[0] as unknown;
    const before = await state();
    const health = { domain: Domain.HEALTH, migrations: folder, functions: folder, policies: [], cubes: [], bases: [] };
    await expect(
      migrate({ adminUrl, domains: [health], logins: {}, keys: [], agreements: [], clearances: [] }),
    ).rejects.toThrow(/^The migration .*0001-one\.up\.sql was changed after it was applied/);
    expect(await state()).toEqual(before);
  });
});
