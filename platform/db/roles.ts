import type { Client } from 'pg';
import { InvalidInput } from '../errors/hub-error.js';
import type { Domain } from '../vocabulary/domain.js';
import { type Logins } from './logins.js';
import { roleNames, schemaOf } from './names.js';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function refuseUnlessAble(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ able: boolean; version: string }>(
    `select rolsuper or (rolcreaterole and has_database_privilege(current_database(), 'CREATE')) able,
      current_setting('server_version_num') version from pg_roles where rolname = current_user`,
  );
  const found = rows[0];
  if (Number(found?.version ?? 0) < 150_000)
    throw new InvalidInput('The database server is older than PostgreSQL 15: use 15 or newer.');
  if (!found?.able) {
    throw new InvalidInput(
      'The login of DATABASE_URL lacks CREATEROLE or CREATE on the database: grant them, or use another login.',
    );
  }
}

/** A role that somebody made before us must not pass row-level security by. */
async function refusePassingBy(admin: Client, roles: readonly string[]): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1) and (rolbypassrls or rolsuper or rolcreaterole)',
    [roles],
  );
  if (rows[0])
    throw new InvalidInput(`The role ${rows[0].rolname} may pass row-level security by: take that right from it.`);
}

const logSettings = {
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
};

/**
 * An error's DETAIL, its parameters and its statement may hold a child's data: the server must not write them to its
 * log. Set for the database where the login may, else looked at.
 */
async function refuseToLogValues(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; super: boolean }>(
    `select quote_ident(current_database()) as name, (select rolsuper from pg_roles where rolname = current_user) super`,
  );
  for (const [setting, wanted] of Object.entries(logSettings)) {
    if (rows[0]?.super) await admin.query(`alter database ${rows[0].name} set ${setting} = '${wanted}'`);
    else {
      const { rows: found } = await admin.query<{ value: string }>('select current_setting($1) as value', [setting]);
      if (found[0]?.value !== wanted) {
        throw new InvalidInput(
          `The database server may log what an error was about: set ${setting} = ${wanted} on it.`,
        );
      }
    }
  }
}

async function ensureRole(admin: Client, name: string, password?: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [name]);
  const can = password === undefined ? 'nologin' : `login noinherit password ${literal(password)}`;
  await admin.query(`${rowCount ? 'alter' : 'create'} role ${quote(name)} ${can}`);
}

/**
 * Makes the roles, schemas and the extension, as the administering login. Owners and app roles are distinct; no role
 * of ours has BYPASSRLS; nobody logs in as an owner. Doing it again changes nothing.
 */
export async function ensureRoles(
  admin: Client,
  prefix: string,
  domains: readonly Domain[],
  logins: Logins,
): Promise<void> {
  await refuseUnlessAble(admin);
  const names = roleNames(prefix);
  const owners = [names.access, names.maintain, ...domains.map(names.owner)];
  for (const owner of owners) await ensureRole(admin, owner);
  for (const login of [names.unit, names.operator, ...domains.map(names.app)])
    await ensureRole(admin, login, logins[login] ?? '');
  await refusePassingBy(admin, [...owners, names.unit, names.operator, ...domains.map(names.app)]);
  for (const owner of owners) await admin.query(`grant ${quote(owner)} to current_user`);
  for (const domain of domains) await admin.query(`grant ${quote(names.app(domain))} to ${quote(names.unit)}`);

  await admin.query(`revoke create on schema public from public`);
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name');
  await admin.query(`revoke temporary on database ${rows[0]?.name ?? ''} from public`);
  await refuseToLogValues(admin);
  await admin.query(`create schema if not exists crypto`);
  await admin.query(`create extension if not exists pgcrypto schema crypto`);
  await admin.query(`grant usage on schema crypto to ${quote(names.access)}`);
  for (const schema of ['ctx', 'access']) {
    await admin.query(`create schema if not exists ${schema} authorization ${quote(names.access)}`);
    for (const owner of [names.maintain, ...domains.map(names.owner)])
      await admin.query(`grant usage on schema ${schema} to ${quote(owner)}`);
    for (const domain of domains) await admin.query(`grant usage on schema ${schema} to ${quote(names.app(domain))}`);
  }
  await admin.query(`grant usage on schema access to ${quote(names.unit)}`);
  for (const domain of domains) {
    const schema = quote(schemaOf(domain));
    await admin.query(`create schema if not exists ${schema} authorization ${quote(names.owner(domain))}`);
    await admin.query(`grant usage on schema ${schema} to ${quote(names.app(domain))}, ${quote(names.operator)}`);
    await admin.query(`grant usage, create on schema ${schema} to ${quote(names.access)}, ${quote(names.maintain)}`);
  }
}
