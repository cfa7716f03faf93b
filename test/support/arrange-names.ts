import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type Searchable, searchKeys } from '../../subgraphs/partnership/search/search-keys.js';
import type { Relation } from './arrange.js';

/** A child with a name to be found by, and whom it is known by it; put there as the superuser. */
export interface NamedChild extends Partial<Omit<Searchable, 'childId'>> {
  readonly relations?: readonly Relation[];
  /** The number's kind and value, and the date of birth that its record gives. */
  readonly number?: readonly [type: string, value: string];
}

const area = ({ relations = [] }: NamedChild): string | null =>
  relations.find(({ basis }) => basis === 'RESIDENCE')?.grantee ?? null;

/** Arranges a child as the ingest would have left one, and answers the id. */
export async function arrangeNamed(admin: Client, child: NamedChild): Promise<string> {
  const childId = randomUUID();
  const { given = null, family = null, preferred = null, previousFamily = [], dateOfBirth = null } = child;
  await admin.query(
    `insert into partnership.child (child_id, given, family, preferred, previous_family, date_of_birth) values ($1, $2, $3, $4, $5, $6)`,
    [childId, given, family, preferred, previousFamily, dateOfBirth],
  );
  await admin.query(`insert into partnership.search_entry (child_id, keys, area) values ($1, $2, $3)`, [
    childId,
    searchKeys({ childId, given, family, preferred, previousFamily, dateOfBirth }),
    area(child),
  ]);
  for (const { basis, grantee } of child.relations ?? []) {
    await admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`,
      [childId, grantee, basis],
    );
  }
  if (child.number) await arrangeNumber(admin, childId, child.number, dateOfBirth);
  return childId;
}

async function arrangeNumber(
  admin: Client,
  childId: string,
  [type, value]: readonly [string, string],
  born: string | null,
): Promise<void> {
  await admin.query(
    `insert into partnership.source_record (source, source_key, child_id, date_of_birth, sex, identifiers, received)
     values ('case-list:test', $1::text, $1::uuid, $2, 'UNKNOWN', '[]', now())`,
    [childId, born],
  );
  await admin.query(
    `insert into partnership.identifier (type, value, child_id, verified, value_hash)
     select $1::text, $2::text, $3, true, encode(crypto.hmac(convert_to($1::text || '|' || $2::text, 'UTF8'), key, 'sha256'), 'hex') from partnership.hash_key`,
    [type, value, childId],
  );
}
