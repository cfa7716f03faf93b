import type { Writing } from '../../../platform/db/write-unit.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { type HeldRecord, keysOfEvidence } from './held-record.js';
import { identifierRows } from './identity-rows.js';
import type { Resolution } from './resolution.js';

/** Records that are told from another under one number are called otherwise from now on, wherever they are named. */
export async function renameRecords(writing: Writing, renamed: Resolution['renamed']): Promise<void> {
  if (renamed.length === 0) return;
  const rows = JSON.stringify(renamed);
  for (const table of ['source_record', 'former_version', 'match_key', 'match_review']) {
    await writing.query(
      `update partnership.${table} t set source_key = x."to" from jsonb_to_recordset($1) x(source text, "from" text, "to" text)
       where t.source = x.source and t.source_key = x."from"`,
      [rows],
    );
  }
}

/** What these records are found by, in place of what they were found by before. */
export async function writeKeys(writing: Writing, versions: readonly HeldRecord[]): Promise<void> {
  const rows = versions
    .filter(({ deletedOn }) => deletedOn === null)
    .flatMap((record) =>
      keysOfEvidence(record).map(({ key, sure }) => ({
        key,
        sure,
        child_id: record.childId,
        source: record.source,
        source_key: record.sourceKey,
      })),
    );
  await writing.query(
    `delete from partnership.match_key m using jsonb_to_recordset($1) x(source text, source_key text)
     where m.source = x.source and m.source_key = x.source_key`,
    [JSON.stringify(versions.map((record) => ({ source: record.source, source_key: record.sourceKey })))],
  );
  await writing.query(
    `insert into partnership.match_key (key, child_id, source, source_key, sure)
     select key, child_id, source, source_key, sure
     from jsonb_to_recordset($1) x(key bigint, child_id uuid, source text, source_key text, sure boolean)`,
    [JSON.stringify(rows)],
  );
}

/** The numbers these records carry; one that a record does not hold any more leads to it no longer. */
export async function writeIdentifiers(
  writing: Writing,
  versions: readonly HeldRecord[],
  sources: RecordSources,
): Promise<void> {
  await writing.query(
    `insert into partnership.identifier as held (type, value, child_id, verified, value_hash)
     select distinct on (type, value, child_id) type, value, child_id, verified, partnership.keyed_hash(type || '|' || value)
     from jsonb_to_recordset($1) x(type text, value text, child_id uuid, verified boolean)
     order by type, value, child_id, verified desc
     on conflict (type, value, child_id) do update set verified = true where excluded.verified and not held.verified`,
    [JSON.stringify(versions.flatMap((record) => identifierRows(record, sources)))],
  );
  const withheld = versions.flatMap(({ childId, claim }) =>
    (claim?.withheld ?? []).map(({ type, value }) => ({ child_id: childId, type, value })),
  );
  if (withheld.length === 0) return;
  await writing.query(
    `delete from partnership.identifier i using jsonb_to_recordset($1) x(child_id uuid, type text, value text)
     where i.child_id = x.child_id and i.type = x.type and i.value = x.value and not exists (
       select from partnership.source_record s where s.child_id = i.child_id
         and s.identifiers @> jsonb_build_array(jsonb_build_object('type', i.type, 'value', i.value)))`,
    [JSON.stringify(withheld)],
  );
}

/** Who holds a number from now on, after a person has said whose it is. */
export async function writeClaims(
  writing: Writing,
  records: readonly HeldRecord[],
  sources: RecordSources,
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ source, sourceKey, identifiers, claim }) => ({
    ...{ source, source_key: sourceKey, identifiers },
    ...{ number: claim?.number ?? null, claim: claim?.state ?? null, withheld: claim?.withheld ?? null },
  }));
  await writing.query(
    `update partnership.source_record s set identifiers = x.identifiers, number = x.number, claim = x.claim, withheld = x.withheld
     from jsonb_to_recordset($1) x(source text, source_key text, identifiers jsonb, number text, claim text, withheld jsonb)
     where s.source = x.source and s.source_key = x.source_key`,
    [JSON.stringify(rows)],
  );
  await writeKeys(writing, records);
  await writeIdentifiers(writing, records, sources);
}
