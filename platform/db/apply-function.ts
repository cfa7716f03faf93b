import type { Client } from 'pg';
import { HubError, InvalidInput } from '../errors/hub-error.js';
import type { FunctionFile } from './function-file.js';
import { formsOf, type FunctionForm } from './function-form.js';

const stateOf = (error: unknown): string | undefined => (error as { readonly code?: string }).code;

/** Whether the database refused a function because it names a type that is not there. */
export const namesNoType = (error: unknown): boolean =>
  error instanceof HubError && error.cause !== undefined && stateOf(error.cause) === '42704';

/** `create or replace` takes no other result: the function is dropped and made anew, unless something rests on it. */
async function make(admin: Client, { definition, file }: FunctionFile, held: readonly FunctionForm[]) {
  await admin.query('savepoint made');
  try {
    await admin.query(definition);
  } catch (error) {
    if (stateOf(error) !== '42P13' || held.length === 0) throw error;
    if (held.some(({ used }) => used)) {
      throw new InvalidInput(
        `${file} has another result, or other names of arguments, than the function in the database, on which policies, triggers or indexes rest: give the new one another name, and move them to it by a migration.`,
        {},
        { cause: error },
      );
    }
    await admin.query('rollback to savepoint made');
    for (const { identity } of held) await admin.query(`drop function ${identity}`);
    await admin.query(definition);
  }
  await admin.query('release savepoint made');
}

/** Takes execution from everybody, public included, so that a function's file alone says who has it. */
async function grantAnew(admin: Client, { grants }: FunctionFile, identity: string): Promise<void> {
  const { rows } = await admin.query<{ grantee: string }>(
    `select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end grantee
     from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where p.oid = $1::regprocedure and a.grantee <> p.proowner`,
    [identity],
  );
  for (const { grantee } of rows) await admin.query(`revoke execute on function ${identity} from ${grantee}`);
  if (grants !== '') await admin.query(grants);
}

/** As its owner, who is lent the right to make something in the schema where it has none of its own. */
async function asOwner(admin: Client, of: FunctionFile, held: readonly FunctionForm[], work: () => Promise<void>) {
  const { rows } = await admin.query<{ able: boolean }>(`select has_schema_privilege($1, $2, 'CREATE') able`, [
    of.owner,
    of.schema,
  ]);
  const lent = rows[0]?.able !== true;
  await admin.query('reset role');
  if (lent) await admin.query(`grant create on schema "${of.schema}" to "${of.owner}"`);
  for (const { identity, owner } of held)
    if (owner !== of.owner) await admin.query(`alter function ${identity} owner to "${of.owner}"`);
  await admin.query(`set local role "${of.owner}"`);
  await work();
  await admin.query('reset role');
  if (lent) await admin.query(`revoke create on schema "${of.schema}" from "${of.owner}"`);
}

/**
 * Puts one function into the database as its file has it, and answers its identity. A form with other arguments goes,
 * unless something still rests on it.
 *
 * @throws InvalidInput where the database does not take the text: one sentence that names the file
 */
export async function applyFunction(admin: Client, file: FunctionFile): Promise<string> {
  try {
    const held = await formsOf(admin, [file]);
    let identity = '';
    await asOwner(admin, file, held, async () => {
      await make(admin, file, held);
      const now = await formsOf(admin, [file]);
      const made = now.filter(({ version }) => !held.some((form) => form.version === version));
      if (made[0] === undefined || made.length > 1)
        throw new InvalidInput(`${file.file} makes another function than the one it is named for.`);
      identity = made[0].identity;
      await grantAnew(admin, file, identity);
      for (const form of now)
        if (form.identity !== identity && !form.used) await admin.query(`drop function ${form.identity}`);
    });
    return identity;
  } catch (error) {
    if (error instanceof HubError || stateOf(error) === '42501') throw error;
    const said = error instanceof Error ? error.message : '';
    throw new InvalidInput(
      `The database does not take ${file.file}: ${said}. The functions of its folder stay as they were.`,
      {},
      { cause: error },
    );
  }
}
