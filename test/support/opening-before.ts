import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { productRoot } from '../../platform/config/product-root.js';
import { roleNames } from '../../platform/db/names.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { type Asking, type Audited, auditedRow, type OpenedUnit } from './opening.js';
import { rolePrefix } from './templates.js';

/** Everything that the opening of a unit decides, in an order of its own, so that two ways of deciding compare. */
export interface Outcome {
  /** The SQLSTATE it failed with; nothing else is said then. */
  readonly failed?: string;
  readonly answers: readonly OpenedUnit[];
  readonly audit: readonly Audited[];
  /** By `HOLDER ABOUT TIER ACT`, the ids the row policies let through; a set without ids is left out. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Which id is told to be linked with which: `asked held`. */
  readonly links: readonly string[];
}

const folder = path.join(productRoot, 'test', 'support', 'open-before');

/** A change of one of the old functions' texts: what a test puts wrong to see that it is noticed. */
export interface Fault {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
}

const textOf = (file: string, fault?: Fault): string => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  if (fault?.file !== file) return text;
  if (!text.includes(fault.was)) throw new TypeError(`${file} does not say: ${fault.was}`);
  return text.replace(fault.was, fault.becomes);
};

/** Puts one function, with something wrong in it, in the place of what stands there. */
export async function mistake(admin: Client, fault: Fault): Promise<void> {
  await admin.query(`set local role "${roleNames(rolePrefix).access}"`);
  await admin.query(textOf(fault.file, fault).replace('create function', 'create or replace function'));
  await admin.query('reset role');
}

/** Installs the opening as it was, beside the one that is. */
export async function installBefore(admin: Client): Promise<void> {
  const { access } = roleNames(rolePrefix);
  await admin.query('begin');
  await admin.query(`create schema before authorization "${access}"`);
  await admin.query(`set local role "${access}"; set local check_function_bodies = off`);
  for (const file of readdirSync(folder).sort()) await admin.query(textOf(file));
  await admin.query('reset role');
  await admin.query('commit');
}

/** The unit opened as it was done before. */
export async function openedBefore(
  admin: Client,
  { claims, tag }: Voucher,
  opens: readonly (readonly Asking[])[],
): Promise<Outcome> {
  const answers: OpenedUnit[] = [];
  for (const requests of opens) {
    const { rows } = await admin.query<{ opened: OpenedUnit[] }>('select before.open($1, $2, $3) opened', [
      claims,
      tag,
      JSON.stringify(requests),
    ]);
    answers.push(...(rows[0]?.opened ?? []));
  }
  const audit = await admin.query<Audited>(
    `select domain holder, about, tier, act, operation, kind, subjects, asked, permitted, decision, bases,
       policy_version "policyVersion" from before.audit order by seq`,
  );
  const sets = await admin.query<{ name: string; ids: string[] }>(
    `select concat_ws(' ', holder, about, tier, act) name, array(select distinct i from unnest(ids) i order by i) ids
     from before.permitted_set where cardinality(ids) > 0`,
  );
  // Of the ids it was opened for: a system that may only write a forgotten id is not told by it of the others.
  const links = await admin.query<{ id: string }>(
    `select distinct l.asked || ' ' || l.held id from before.linked(array(select id from before.link)) l
     where l.held in (select id from before.link) order by id`,
  );
  return {
    answers,
    audit: audit.rows.map(auditedRow),
    sets: Object.fromEntries(sets.rows.map(({ name, ids }) => [name, ids])),
    links: links.rows.map(({ id }) => id),
  };
}
