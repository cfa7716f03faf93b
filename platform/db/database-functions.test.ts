import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { databaseCopy } from '../../test/support/database-copy.js';
import { rolePrefix } from '../../test/support/templates.js';
import { applyFunctions, dropFormerFunctions } from './database-functions.js';
import { functionFiles } from './function-file.js';
import { formsOf } from './function-form.js';
import { roleNames } from './names.js';

const { access, maintain, unit } = roleNames(rolePrefix);
const folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
const answer = { schema: 'access', name: 'answer' };
let admin: Client;
let drop: () => Promise<void>;

/** One function that answers `body`; what is given besides is its result, its arguments, its first line and its grants. */
function file(
  name: string,
  body: string,
  {
    gives = 'int',
    takes = '',
    first = '',
    grants = '',
  }: Partial<Record<'gives' | 'takes' | 'first' | 'grants', string>> = {},
): void {
  writeFileSync(
    path.join(folder, `${name}.sql`),
    `${first}-- Answers.\ncreate or replace function ${name}(${takes}) returns ${gives} language sql as $$ ${body} $$;\n${grants}`,
  );
}

const files = () => functionFiles(folder, access, { prefix: rolePrefix, owner: access });
const apply = (grantToo?: () => Promise<void>): Promise<void> => applyFunctions(admin, rolePrefix, files(), grantToo);
const dropFormer = (): Promise<void> => dropFormerFunctions(admin, files());

async function ask(expression: string): Promise<unknown> {
  const { rows } = await admin.query<[unknown]>({ text: `select ${expression}`, rowMode: 'array' });
  return rows[0]?.[0];
}

const identities = async (): Promise<string[]> =>
  (await formsOf(admin, [answer])).map(({ identity }) => identity).sort();
const version = async (): Promise<string | undefined> => (await formsOf(admin, [answer]))[0]?.version;

beforeAll(async () => {
  const copy = await databaseCopy(rolePrefix);
  drop = copy.drop;
  admin = new Client({ connectionString: copy.adminUrl });
  await admin.connect();
  // The hub's own functions are another test's: here no file of theirs is missed.
  await admin.query(`delete from access.function_text; create table public.sample (n int)`);
});
beforeEach(async () => {
  await admin.query('drop policy if exists rests on public.sample');
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  await dropFormer();
});
afterAll(async () => {
  await admin.end();
  await drop();
  rmSync(folder, { recursive: true });
});

describe('the functions of a folder', () => {
  it('are applied again only where the text changed', async () => {
    file('access.answer', 'select 1');
    await apply();
    const first = await version();
    await apply();
    expect(await version()).toBe(first);
    file('access.answer', 'select 2');
    await apply();
    expect(await version()).not.toBe(first);
    expect(await ask('access.answer()')).toBe(2);
  });

  it('are made again where one is no longer there', async () => {
    file('access.answer', 'select 1');
    await apply();
    await admin.query('drop function access.answer()');
    await apply();
    expect(await ask('access.answer()')).toBe(1);
  });

  it('may name tables that are not there yet', async () => {
    file('access.answer', 'select n from access.comes_later');
    await apply();
    expect(await identities()).toEqual(['access.answer()']);
  });

  it('go with their files, once the migrations have run', async () => {
    file('access.answer', 'select 1');
    await apply();
    rmSync(path.join(folder, 'access.answer.sql'));
    await apply();
    expect(await identities()).toEqual(['access.answer()']);
    await dropFormer();
    expect(await identities()).toEqual([]);
    expect(await ask(`count(*)::int from access.function_text`)).toBe(0);
  });

  it('stay where another file now has their text', async () => {
    file('access.answer', 'select 1');
    await apply();
    await admin.query(`update access.function_text set file = 'from/another/folder/access.answer.sql'`);
    await apply();
    await dropFormer();
    expect(await ask('access.answer()')).toBe(1);
  });

  it('are all left as they were where the database does not take one, in a sentence that names its file', async () => {
    file('access.answer', 'select 1');
    await apply();
    const before = await ask(`string_agg(f::text, ',') from access.function_text f`);
    file('access.answer', 'select 2');
    file('access.zebra', 'select 1', { gives: 'no_such_type' });
    await expect(apply()).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(
        /^The database does not take .*access\.zebra\.sql: type "no_such_type" does not exist\. The functions of its folder stay as they were\.$/,
      ) as unknown,
    });
    expect(await ask('access.answer()')).toBe(1);
    expect(await ask(`string_agg(f::text, ',') from access.function_text f`)).toBe(before);
  });

  it('are refused under the name of another', async () => {
    file('access.answer', 'select 1');
    writeFileSync(
      path.join(folder, 'access.zebra.sql'),
      'create or replace function access.other() returns int language sql as $$ select 1 $$;\n',
    );
    await expect(apply()).rejects.toThrow(/access\.zebra\.sql makes another function than the one it is named for/);
    expect(await ask(`to_regprocedure('access.other()')`)).toBeNull();
  });
});

describe('a function of another result', () => {
  it('takes the place of the former', async () => {
    file('access.answer', 'select 1');
    await apply();
    file('access.answer', `select 'one'`, { gives: 'text' });
    await apply();
    expect(await ask('access.answer()')).toBe('one');
  });

  it('is refused in one sentence while a policy rests on the former', async () => {
    file('access.answer', 'select 1');
    await apply();
    await admin.query('create policy rests on public.sample using (n = access.answer())');
    file('access.answer', `select 'one'`, { gives: 'text' });
    await expect(apply()).rejects.toThrow(
      /access\.answer\.sql has another result.*on which policies.*by a migration\.$/,
    );
    expect(await ask('access.answer()')).toBe(1);
    file('access.answer', 'select 2');
    await apply();
    expect(await ask('count(*)::int from pg_policies where tablename = $$sample$$')).toBe(1);
  });
});

describe('a function of other arguments', () => {
  it('leaves no former beside it, by which a call might mean either', async () => {
    file('access.answer', 'select 1');
    await apply();
    file('access.answer', 'select n', { takes: 'n int default 3' });
    await apply();
    expect(await identities()).toEqual(['access.answer(integer)']);
    expect(await ask('access.answer()')).toBe(3);
  });

  it('stands beside one that a policy rests on until a migration has moved the policy', async () => {
    file('access.answer', 'select 1');
    await apply();
    await admin.query('create policy rests on public.sample using (n = access.answer())');
    file('access.answer', 'select n', { takes: 'n int' });
    await apply();
    expect(await identities()).toEqual(['access.answer()', 'access.answer(integer)']);
    await expect(dropFormer()).rejects.toThrow(
      /access\.answer\(\) cannot be dropped, though its file now has other arg/,
    );
    await admin.query('alter policy rests on public.sample using (n = access.answer(1))');
    await dropFormer();
    expect(await identities()).toEqual(['access.answer(integer)']);
  });
});

describe('whoever may execute a function', () => {
  const executes = (role: string) => ask(`has_function_privilege('${role}', 'access.answer()', 'execute')`);

  it('is whom its file names, nobody before and nobody after', async () => {
    file('access.answer', 'select 1', { grants: `grant execute on function access.answer() to {{prefix}}_unit;\n` });
    await apply();
    expect([await executes(unit), await executes(maintain)]).toEqual([true, false]);
    file('access.answer', 'select 1', {
      grants: `grant execute on function access.answer() to {{prefix}}_maintain;\n`,
    });
    await apply();
    expect([await executes(unit), await executes(maintain)]).toEqual([false, true]);
    file('access.answer', 'select 1', { grants: `grant execute on function access.answer() to public;\n` });
    await apply();
    expect(await executes(unit)).toBe(true);
  });

  it('keeps what all domains are granted through a change of its text', async () => {
    file('access.answer', 'select 1');
    const grant = async (): Promise<void> => {
      await admin.query(`grant execute on function access.answer() to "${unit}"`);
    };
    await apply(grant);
    file('access.answer', 'select 2');
    await expect(apply(() => Promise.reject(new Error('granting failed')))).rejects.toThrow('granting failed');
    expect([await ask('access.answer()'), await executes(unit)]).toEqual([1, true]);
    await apply(grant);
    expect([await ask('access.answer()'), await executes(unit)]).toEqual([2, true]);
  });
});

describe('the owner of a function', () => {
  const owner = async (): Promise<string | undefined> => (await formsOf(admin, [answer]))[0]?.owner;

  it('is whom its first line names, who is given no right to make others', async () => {
    file('access.answer', 'select 1', { first: '-- owner: {{prefix}}_maintain\n' });
    await apply();
    expect(await owner()).toBe(maintain);
    expect(await ask(`has_schema_privilege('${maintain}', 'access', 'create')`)).toBe(false);
  });

  it('may change', async () => {
    file('access.answer', 'select 1');
    await apply();
    expect(await owner()).toBe(access);
    file('access.answer', 'select 1', { first: '-- owner: {{prefix}}_maintain\n' });
    await apply();
    expect(await owner()).toBe(maintain);
  });
});
