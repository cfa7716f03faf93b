import type { Client } from 'pg';
import type { AccessRequest, Verdict } from '../../platform/access/permit.js';
import type { Tier } from '../../platform/access/rule.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { roleNames, schemaOf } from '../../platform/db/names.js';
import { openedIn, openStatement } from '../../platform/db/open-statement.js';
import type { OpenedRequest } from '../../platform/db/opened-request.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Facet } from '../../platform/vocabulary/facet.js';
import { rolePrefix } from './templates.js';

/** One request of a unit, as a test states it. */
export interface Asking extends AccessRequest {
  /** What kind of key the keys are; `child` where it is left out. */
  readonly kind?: string;
  readonly keys?: readonly string[];
  readonly from?: object;
  readonly sought?: object;
}

/** What the opening of a unit answered to one request. */
export interface OpenedUnit extends Omit<OpenedRequest, 'verdicts'> {
  readonly permitted: readonly (readonly [child: string, outcome: Verdict['outcome'], basis: string])[];
  /** Of the permitted children those who have died, and when. */
  readonly died: Readonly<Record<string, string>>;
  /** Of the permitted children those of whom more is seen than the tier, and what. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
}

const asTested = ({ verdicts, ...answered }: OpenedRequest): OpenedUnit => {
  const all = [...verdicts];
  return {
    ...answered,
    permitted: all.map(([child, { outcome, basis }]) => [child, outcome, basis]),
    died: Object.fromEntries(all.flatMap(([child, { diedOn }]) => (diedOn === null ? [] : [[child, diedOn]]))),
    facets: Object.fromEntries(all.flatMap(([child, { facets }]) => (facets.size > 0 ? [[child, [...facets]]] : []))),
  };
};

/** One request of a unit as the audit of its holder has it, wherever that is stored. */
export interface Audited {
  readonly holder: string;
  readonly about: string;
  readonly tier: string;
  readonly act: string;
  readonly operation: string;
  readonly kind: string;
  /** The keys that were asked by, where they are not children's. */
  readonly subjects: readonly string[] | null;
  readonly asked: readonly string[];
  readonly permitted: readonly string[];
  readonly decision: string;
  readonly bases: readonly string[];
  readonly policyVersion: string | null;
}

const ownTier: Readonly<Record<Domain, Tier>> = {
  PARTNERSHIP: 'T1',
  EDUCATION: 'T2',
  HEALTH: 'T3',
  SOCIAL_CARE: 'T3',
  VIRTUAL_SCHOOL: 'T2',
};

/** A request to read what a domain itself holds of these children, in the tier its records stand under. */
export const asking = (holder: Domain, keys: readonly string[], over: Partial<Asking> = {}): Asking => ({
  holder,
  about: holder,
  tier: ownTier[holder],
  act: 'READ',
  operation: 'test',
  keys,
  ...over,
});

/** Opens a unit of work in the client's transaction. The one place that knows how the database is asked. */
export async function openUnit(
  client: Client,
  voucher: Voucher,
  requests: readonly Asking[],
): Promise<readonly OpenedUnit[]> {
  const { text, values } = openStatement(voucher, requests);
  return openedIn((await client.query(text, values)).rows).map(asTested);
}

/** The ids a domain's row policies let through now: what no row outside can be seen or changed by. Sorted. */
export async function permittedIds(
  client: Client,
  holder: Domain,
  about: Domain,
  tier: Tier,
  act: AccessRequest['act'] = 'READ',
): Promise<string[]> {
  // The co-located login has no right of its own: it takes the domain's role, as before a read.
  await client.query(`set local role "${roleNames(rolePrefix).app(holder)}"`);
  const { rows } = await client.query<{ ids: string[] }>('select ctx.permitted($1, $2, $3, $4) ids', [
    holder,
    about,
    tier,
    act,
  ]);
  await client.query('reset role');
  // A set: where a unit asked for a child twice, the id may stand there twice.
  return [...new Set(rows[0]?.ids ?? [])].sort();
}

const audits = Object.values(Domain)
  .map(
    (
      domain,
    ) => `select seq, domain holder, about, tier, act, operation, kind, subjects, asked, permitted, decision, bases,
      policy_version "policyVersion", n from "${schemaOf(domain)}".audit where request_id = $1`,
  )
  .join(' union all ');

/** Everything that is written down of one request id, in the order it was asked. The one place that knows where. */
export async function auditOf(admin: Client, requestId: string): Promise<Audited[]> {
  const { rows } = await admin.query<Audited & { readonly seq: string; readonly n: number }>(
    `${audits} order by seq, n`,
    [requestId],
  );
  return rows.map(({ seq: _seq, n: _n, ...audited }) => auditedRow(audited));
}

/** The ids and bases of a row in an order of their own: they are sets. */
export const auditedRow = (row: Audited): Audited => ({
  ...row,
  asked: [...row.asked].sort(),
  permitted: [...row.permitted].sort(),
  bases: [...row.bases].sort(),
});

/** The request id a voucher was minted for. */
export const requestIdOf = ({ claims }: Voucher): string => (JSON.parse(claims) as { rid: string }).rid;

/** Does the work in a transaction that is undone. */
export async function undone<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** Does the work in a transaction that stands. */
export async function kept<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const lowered = (texts: readonly string[]): string => texts.map((text) => `'${text.toLowerCase()}'`).join(', ');

/**
 * The names of every setting the database's functions read or write under `hub.`, taken from their own texts: a name
 * that is put together (`'hub.set_' || …`) stands for each that it can become.
 */
export async function hubSettings(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(`
    with said as (
      select distinct m[1] name, m[2] <> '' open from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      cross join lateral regexp_matches(p.prosrc, '''hub\\.([a-z_]+)''(\\s*\\|\\||)', 'g') m
      where n.nspname not in ('pg_catalog', 'information_schema'))
    select 'hub.' || name name from said where not open
    union
    select concat_ws('_', 'hub.' || rtrim(name, '_'), holder, about, tier, act) from said
      cross join unnest(array[${lowered(Object.values(Domain))}]) holder cross join unnest(array[${lowered(Object.values(Domain))}]) about
      cross join unnest(array['existence', 't1', 't2', 't3', 't4']) tier cross join unnest(array['read', 'write']) act
    where open order by 1`);
  return rows.map(({ name }) => name);
}

/** The settings of this transaction under those names, as whoever holds the connection can copy them. */
export async function copySettings(client: Client, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    'select name, current_setting(name, true) as value from unnest($1::text[]) name',
    [names],
  );
  return new Map(rows.flatMap(({ name, value }) => (value === null || value === '' ? [] : [[name, value] as const])));
}

/** Puts settings into this transaction, as anybody who can speak to the database may. */
export async function forge(client: Client, settings: ReadonlyMap<string, string>): Promise<void> {
  await client.query('select set_config(name, value, true) from unnest($1::text[], $2::text[]) s(name, value)', [
    [...settings.keys()],
    [...settings.values()],
  ]);
}
