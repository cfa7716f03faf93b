import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { hub } from '../../cli/domains.js';
import { productRoot } from '../../platform/config/product-root.js';
import { applyFunctions } from '../../platform/db/database-functions.js';
import { type FunctionFile, functionFiles } from '../../platform/db/function-file.js';
import { grantFunctions } from '../../platform/db/function-grants.js';
import { roleNames, schemaOf } from '../../platform/db/names.js';
import { databaseCopy } from '../support/database-copy.js';
import { rolePrefix } from '../support/templates.js';

interface Held {
  readonly identity: string;
  readonly text: string;
  readonly owner: string;
  readonly executes: string[];
}

const names = roleNames(rolePrefix);
const folders = [
  { functions: path.join(productRoot, 'platform/access/functions'), owner: names.access },
  ...hub.schemas.map(({ domain, functions }) => ({ functions, owner: names.owner(domain) })),
];
const schemas = ['access', 'ctx', ...hub.schemas.map(({ domain }) => schemaOf(domain))];
const files = folders.map(({ functions, owner }) => functionFiles(functions, owner, { prefix: rolePrefix, owner }));
let admin: Client;
let drop: () => Promise<void>;

async function catalogue(): Promise<Held[]> {
  const { rows } = await admin.query<Held>(
    `select format('%I.%I', n.nspname, p.proname) identity, pg_get_functiondef(p.oid) as text, pg_get_userbyid(p.proowner) as owner,
       array(select a.grantee::text from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a order by 1) executes
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) order by 1, 2`,
    [schemas],
  );
  return rows;
}

beforeAll(async () => {
  const copy = await databaseCopy(rolePrefix);
  drop = copy.drop;
  admin = new Client({ connectionString: copy.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await drop();
});

describe('the functions of a migrated database', () => {
  it('are those of the files, and an operator’s words, which are the same in every domain', async () => {
    const words = hub.schemas.flatMap(({ domain }) =>
      ['digest', 'quality', 'kept', 'reconcile'].map((word) => `${schemaOf(domain)}.${word}`),
    );
    const said = files.flat().map(({ schema, name }) => `${schema}.${name}`);
    expect((await catalogue()).map(({ identity }) => identity).sort()).toEqual([...words, ...said].sort());
  });

  it('are as the files have them, owners and grants included', async () => {
    const before = await catalogue();
    await admin.query('delete from access.function_text');
    for (const folder of files)
      await applyFunctions(admin, rolePrefix, folder, async () => {
        if (folder === files[0]) for (const { domain } of hub.schemas) await grantFunctions(admin, names, domain);
      });
    expect(await catalogue()).toEqual(before);
  });

  it.each(files.flat().map((file): [string, FunctionFile] => [`${file.schema}.${file.name}`, file]))(
    'have a body that PostgreSQL takes: %s',
    async (_name, { definition, schema, owner }) => {
      await admin.query(
        `begin; set local check_function_bodies = on; grant create on schema "${schema}" to "${owner}"`,
      );
      try {
        await admin.query(`set local role "${owner}"`);
        await admin.query(definition);
      } finally {
        await admin.query('rollback');
      }
    },
  );

  it('would not be taken with a slip in a body', async () => {
    const slip = (body: string, language: string) =>
      admin.query(`begin; set local check_function_bodies = on;
        create function public.slip() returns int language ${language} as $$ ${body} $$`);
    await expect(slip('begin retrun 1; end', 'plpgsql')).rejects.toThrow('syntax error');
    await admin.query('rollback');
    await expect(slip('select n from access.no_such_table', 'sql')).rejects.toThrow('does not exist');
    await admin.query('rollback');
  });
});
