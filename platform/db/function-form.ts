import type { Client } from 'pg';

/** A function as the catalogue has it; two forms of one name differ in their arguments. */
export interface FunctionForm {
  readonly schema: string;
  readonly name: string;
  /** schema.name(types of arguments), as PostgreSQL's regprocedure reads it. */
  readonly identity: string;
  readonly owner: string;
  /** Changes whenever the function is written. */
  readonly version: string;
  /** Whether a policy, a trigger, an index or another object of the database rests on it. */
  readonly used: boolean;
}

/** Every form of these names. */
export async function formsOf(
  admin: Client,
  of: readonly { readonly schema: string; readonly name: string }[],
): Promise<FunctionForm[]> {
  const { rows } = await admin.query<FunctionForm>(
    `select n.nspname as schema, p.proname as name, pg_get_userbyid(p.proowner) as owner,
       format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) as identity,
       concat_ws(' ', p.oid, p.xmin, p.ctid) as version,
       exists (select from pg_depend d where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid) as used
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where (n.nspname, p.proname) in (select * from unnest($1::text[], $2::text[]))`,
    [of.map(({ schema }) => schema), of.map(({ name }) => name)],
  );
  return rows;
}
