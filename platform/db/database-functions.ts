import type { Client } from 'pg';
import { InvalidInput } from '../errors/hub-error.js';
import { applyFunction, namesNoType } from './apply-function.js';
import type { FunctionFile } from './function-file.js';
import { formsOf } from './function-form.js';
import { inTransaction } from './in-transaction.js';
import { roleNames } from './names.js';

interface Held {
  readonly file: string;
  readonly identity: string;
  readonly hash: string;
  /** Whether the function is still in the database. */
  readonly there: boolean;
}

/** What was applied, from which file. */
async function heldOf(admin: Client): Promise<Held[]> {
  const { rows } = await admin.query<Held>(
    'select file, identity, hash, to_regprocedure(identity) is not null there from access.function_text',
  );
  return rows;
}

/** Null where it names a type that is not there yet. */
async function unlessItWaits(admin: Client, file: FunctionFile): Promise<string | null> {
  await admin.query('savepoint one');
  try {
    return await applyFunction(admin, file);
  } catch (error) {
    if (!namesNoType(error)) throw error;
    await admin.query('rollback to savepoint one');
    return null;
  }
}

/**
 * Brings the functions of one folder to their present text, all of them or none: those whose text changed since, and
 * those that are no longer there. Bodies are not looked at, so that a function may name a table that comes later.
 * `grantToo` runs in the same transaction, so that nobody meets a function that they may not execute for a moment. A
 * function of a type that a migration has yet to make waits for it where `before` the migrations.
 *
 * @throws InvalidInput in one sentence that names the file
 */
export async function applyFunctions(
  admin: Client,
  prefix: string,
  files: readonly FunctionFile[],
  grantToo: () => Promise<void> = () => Promise.resolve(),
  before = false,
): Promise<void> {
  const { access } = roleNames(prefix);
  await inTransaction(admin, access, async () => {
    await admin.query(
      'create table if not exists access.function_text (file text primary key, identity text not null, hash text not null)',
    );
    await admin.query('set local check_function_bodies = off; set local search_path = pg_catalog, pg_temp');
    const held = new Map((await heldOf(admin)).map((one) => [one.file, one]));
    for (const file of files) {
      const had = held.get(file.file);
      if (had?.there === true && had.hash === file.hash) continue;
      const identity = before ? await unlessItWaits(admin, file) : await applyFunction(admin, file);
      await admin.query(`set local role "${access}"`);
      if (identity === null) continue;
      await admin.query(
        `insert into access.function_text values ($1, $2, $3)
         on conflict (file) do update set identity = excluded.identity, hash = excluded.hash`,
        [file.file, identity, file.hash],
      );
    }
    await admin.query(`set local role "${access}"`);
    await grantToo();
  });
}

interface Former {
  readonly identity: string;
  readonly because: string;
}

/** Drops one, unless something still rests on it. */
async function drop(admin: Client, { identity, because }: Former): Promise<void> {
  const { rows } = await admin.query<{ used: boolean }>(
    `select exists (select from pg_depend where refclassid = 'pg_proc'::regclass and refobjid = to_regprocedure($1)) used`,
    [identity],
  );
  if (rows[0]?.used === true) {
    throw new InvalidInput(
      `The function ${identity} cannot be dropped, though ${because}: policies, triggers or indexes rest on it, which a migration has to move first.`,
    );
  }
  await admin.query(`drop function if exists ${identity}`);
}

/**
 * Drops what the present files no longer make: functions whose file is gone, and forms with other arguments. After the
 * migrations, which may have moved policies and triggers to what takes their place.
 *
 * @throws InvalidInput where something still rests on one of them
 */
export async function dropFormerFunctions(admin: Client, files: readonly FunctionFile[]): Promise<void> {
  await inTransaction(admin, null, async () => {
    await admin.query('set local search_path = pg_catalog, pg_temp');
    const held = await heldOf(admin);
    const present = new Set(files.map(({ file }) => file));
    const live = new Set(held.filter(({ file }) => present.has(file)).map(({ identity }) => identity));
    const gone = held.filter(({ file }) => !present.has(file));
    const former = [
      ...(await formsOf(admin, files)).map((form) => ({ ...form, because: 'its file now has other arguments' })),
      ...gone.map(({ file, identity }) => ({ identity, because: `${file} is gone` })),
    ];
    for (const one of former) if (!live.has(one.identity)) await drop(admin, one);
    await admin.query('delete from access.function_text where file = any ($1)', [gone.map(({ file }) => file)]);
  });
}
