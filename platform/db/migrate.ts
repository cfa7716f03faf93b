import path from 'node:path';
import type { Client } from 'pg';
import { type Basis, granteeOf, type Policy } from '../access/rule.js';
import type { MinterKey } from '../auth/keys.js';
import { productRoot } from '../config/product-root.js';
import { InvalidInput } from '../errors/hub-error.js';
import { type Cube, rulingsOf } from '../access/cube.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Role } from '../vocabulary/role.js';
import { connect } from './connect.js';
import { type DevelopmentPeople, knowDevelopmentPeople } from './development-people.js';
import { databaseOf, type Logins } from './logins.js';
import { applyFunctions, dropFormerFunctions } from './database-functions.js';
import { type FunctionFile, functionFiles } from './function-file.js';
import { grantFunctions } from './function-grants.js';
import { inTransaction } from './in-transaction.js';
import { refuseEditedMigrations } from './migration-checksum.js';
import { roleNames, schemaOf } from './names.js';
import { installOperatorWords } from './operator-words.js';
import { quietStatistics } from './quiet-statistics.js';
import { ensureRoles } from './roles.js';
import { runMigrations, type SchemaMigrations } from './run-migrations.js';

/** What one domain brings to the database. */
export interface DomainSchema {
  readonly domain: Domain;
  /** The folder of its tables' hand-written SQL, applied once and in order. */
  readonly migrations: string;
  /** The folder of its functions, one file each, applied again when its text changes. */
  readonly functions: string;
  readonly policies: readonly Policy[];
  /** The figures of groups that it answers. */
  readonly cubes: readonly Cube[];
  /** The bases it writes relationships of. */
  readonly bases: readonly Basis[];
  /** What it hears of, and from whom. */
  readonly hears?: readonly { readonly from: Domain; readonly topics: readonly string[] }[];
}

export interface MigrateOptions {
  readonly adminUrl: string;
  readonly domains: readonly DomainSchema[];
  readonly logins: Logins;
  readonly keys: readonly MinterKey[];
  readonly agreements: readonly { readonly agreement: string; readonly title: string; readonly from: string }[];
  /** Roles cleared to see a child under a restriction that hides the whole child. */
  readonly clearances: readonly { readonly role: Role; readonly kind: string }[];
  /** Who is known by tokens made while developing, in place of whom was; undefined leaves that as it is. */
  readonly developmentPeople?: DevelopmentPeople | undefined;
  /** The day the database stands at, in development and tests; undefined where days go by as they do. */
  readonly today?: string | undefined;
}

async function registerDomains(admin: Client, prefix: string, options: MigrateOptions): Promise<void> {
  const names = roleNames(prefix);
  for (const { domain } of options.domains) {
    await admin.query(
      `insert into access.domain values ($1, $2, $3) on conflict (domain) do update set app_role = excluded.app_role`,
      [domain, schemaOf(domain), names.app(domain)],
    );
  }
  for (const { domain, bases, hears } of options.domains) {
    const schema = schemaOf(domain);
    await admin.query(
      `insert into access.basis select $1, x.* from jsonb_to_recordset($2) x(basis text, grantee_shape text, by_person boolean)
       on conflict (domain, basis) do update set grantee_shape = excluded.grantee_shape, by_person = excluded.by_person`,
      [domain, JSON.stringify(bases.map((basis) => ({ basis, ...granteeOf[basis] })))],
    );
    await admin.query(
      `create table if not exists "${schema}".audit_unit partition of access.audit_unit for values in ('${domain}')`,
    );
    await admin.query(
      `create or replace trigger append_only_truncate before truncate on "${schema}".audit_unit for each statement execute function access.append_only()`,
    );
    await admin.query(
      `create or replace view "${schema}".audit as select * from access.audit where domain = '${domain}'`,
    );
    await admin.query(`delete from access.event_grant where consumer_role = $1`, [names.app(domain)]);
    for (const heard of hears ?? []) {
      await admin.query(
        `insert into access.event_grant select $1, $2, unnest($3::text[]) where exists (select from access.domain where domain = $2)
         on conflict do nothing -- two consumers of one domain may hear the same`,
        [names.app(domain), heard.from, heard.topics],
      );
    }
  }
  await admin.query(`grant usage on schema ctx to "${names.unit}"`);
}

async function writeRules(admin: Client, options: MigrateOptions): Promise<void> {
  const rules = options.domains.flatMap(({ policies }) =>
    policies.flatMap(({ domain, version, rules: given }) =>
      given.flatMap((rule) =>
        rule.roles.flatMap((role) =>
          rule.purposes.flatMap((purpose) =>
            rule.through.map((basis) => ({
              about: domain,
              tier: rule.tier,
              act: rule.act,
              role,
              purpose,
              basis,
              agreement: rule.agreement ?? null,
              outcome: rule.outcome,
              facets: rule.facets,
              because: rule.because,
              version,
            })),
          ),
        ),
      ),
    ),
  );
  await admin.query('delete from access.rule; delete from access.clearance');
  await admin.query(
    `insert into access.agreement select agreement, title, tstzrange("from", null) from jsonb_to_recordset($1) x(agreement text, title text, "from" timestamptz) on conflict (agreement) do nothing`,
    [JSON.stringify(options.agreements)],
  );
  await admin.query(
    `insert into access.rule select * from jsonb_to_recordset($1) x(about text, tier text, act text, role text, purpose text, basis text, agreement text, outcome text, version text, because text, facets text[])`,
    [JSON.stringify(rules)],
  );
  await admin.query('select access.compile_rulings()');
  await admin.query('update ctx.setting set bases = $1', [Object.keys(granteeOf)]);
  await admin.query(`insert into access.clearance select * from jsonb_to_recordset($1) x(role text, kind text)`, [
    JSON.stringify(options.clearances),
  ]);
}

async function writeCubeRules(admin: Client, { domains }: MigrateOptions): Promise<void> {
  const rules = domains.flatMap(({ cubes }) => cubes.flatMap(rulingsOf));
  await admin.query('delete from access.cube_rule');
  await admin.query(
    `insert into access.cube_rule (domain, cube, role, purpose, entitled, version, because)
     select x.domain, x.cube, x.role, x.purpose, x.entitled, x.version, x.because
     from jsonb_to_recordset($1) x(domain text, cube text, role text, purpose text, entitled text, version text, because text)`,
    [JSON.stringify(rules)],
  );
}

async function placeKeys(admin: Client, keys: readonly MinterKey[]): Promise<void> {
  await admin.query('delete from ctx.key where kid <> all ($1)', [keys.map((key) => key.kid)]);
  for (const { kid, minter, generation, hmac, binding } of keys) {
    await admin.query(
      `insert into ctx.key (kid, minter, generation, hmac, subject, purpose, operations) values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7)
       on conflict (kid) do update set hmac = excluded.hmac, subject = excluded.subject, purpose = excluded.purpose, operations = excluded.operations`,
      [kid, minter, generation, hmac, binding?.subject ?? null, binding?.purpose ?? null, binding?.operations ?? []],
    );
  }
}

/** Every schema of ours, in the order in which they are migrated: the floor first. */
function schemasOf(
  prefix: string,
  domains: readonly DomainSchema[],
): readonly (SchemaMigrations & { functions: string })[] {
  const names = roleNames(prefix);
  const floor = path.join(productRoot, 'platform/access');
  return [
    {
      schema: 'access',
      owner: names.access,
      folder: path.join(floor, 'migrations'),
      functions: path.join(floor, 'functions'),
    },
    ...domains.map(({ domain, migrations, functions }) => ({
      schema: schemaOf(domain),
      owner: names.owner(domain),
      folder: migrations,
      functions,
    })),
  ];
}

/**
 * Functions and tables. A schema's functions come before its migrations, whose triggers and policies name them; what is
 * no longer a function of ours goes when every migration has run.
 */
async function migrateSchemas(admin: Client, prefix: string, options: MigrateOptions): Promise<void> {
  const names = roleNames(prefix);
  const all: FunctionFile[] = [];
  for (const one of schemasOf(prefix, options.domains)) {
    const words = { prefix, owner: one.owner };
    const files = functionFiles(one.functions, one.owner, words);
    const floor = one.schema === 'access';
    const grant = async (): Promise<void> => {
      if (floor) for (const { domain } of options.domains) await grantFunctions(admin, names, domain);
    };
    await applyFunctions(admin, prefix, files, grant, true);
    await runMigrations(admin, options.adminUrl, one, words);
    await applyFunctions(admin, prefix, files);
    if (floor) await inTransaction(admin, names.access, () => registerDomains(admin, prefix, options));
    all.push(...files);
  }
  await dropFormerFunctions(admin, all);
}

/** Brings a database to the present shape: roles, schemas, tables, rules and keys. Doing it twice is harmless. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { adminUrl } = options;
  const prefix = databaseOf(adminUrl);
  const admin = await connect(adminUrl);
  try {
    const domains = options.domains.map(({ domain }) => domain);
    for (const { schema, folder } of schemasOf(prefix, options.domains))
      await refuseEditedMigrations(admin, schema, folder);
    await ensureRoles(admin, prefix, domains, options.logins);
    await migrateSchemas(admin, prefix, options);
    await installOperatorWords(admin, prefix, domains);
    await quietStatistics(admin, domains.map(schemaOf));
    await inTransaction(admin, roleNames(prefix).access, async () => {
      await writeRules(admin, options);
      await writeCubeRules(admin, options);
      await placeKeys(admin, options.keys);
      await admin.query('update ctx.setting set day = $1', [options.today ?? null]);
      if (options.developmentPeople) await knowDevelopmentPeople(admin, options.developmentPeople);
    });
  } catch (error) {
    const { code, message, driverError } = error as {
      code?: string;
      message?: string;
      driverError?: { code?: string };
    };
    // PostgreSQL's own words name the object and nothing else.
    if ((driverError?.code ?? code) !== '42501') throw error;
    throw new InvalidInput(`The login of DATABASE_URL lacks a right: ${message ?? ''}.`, {}, { cause: error });
  } finally {
    await admin.end();
  }
}
