import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { type HeldRecord, keysOfEvidence } from './held-record.js';
import { identifierColumns, identifierRows, recordRow } from './identity-rows.js';
import { MatchKeyRow } from './match-key.row.js';
import type { Resolution } from './resolution.js';
import { SourceRecordRow } from './source-record.row.js';

const named = Columns.of(SourceRecordRow).only('source', 'sourceKey');
const claim = Columns.of(SourceRecordRow).only('identifiers', 'number', 'claim', 'withheld');
const matchKey = Columns.of(MatchKeyRow);
const number = identifierColumns.without('verified');

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
      keysOfEvidence(record).map((key) => ({
        ...key,
        childId: record.childId,
        source: record.source,
        sourceKey: record.sourceKey,
      })),
    );
  await writing.query(
    `delete from partnership.match_key m using jsonb_to_recordset($1) x(${named.recordset})
     where (${named.names('m')}) = (${named.values('x')})`,
    [named.json(versions)],
  );
  await writing.query(matchKey.insertion, [matchKey.json(rows)]);
}

/** The numbers these records carry; one that a record does not hold any more leads to it no longer. */
export async function writeIdentifiers(
  writing: Writing,
  versions: readonly HeldRecord[],
  sources: RecordSources,
): Promise<void> {
  await writing.query(
    `insert into partnership.identifier as held (${identifierColumns.names()}, value_hash)
     select distinct on (x.type, x.value, x."childId") ${identifierColumns.values('x')},
       partnership.keyed_hash(x.type || '|' || x.value)
     from jsonb_to_recordset($1) x(${identifierColumns.recordset})
     order by x.type, x.value, x."childId", x.verified desc
     on conflict (type, value, child_id) do update set verified = true where excluded.verified and not held.verified`,
    [identifierColumns.json(versions.flatMap((record) => identifierRows(record, sources)))],
  );
  const withheld = versions.flatMap(({ childId, claim: of }) =>
    (of?.withheld ?? []).map(({ type, value }) => ({ childId, type: IdentifierType[type], value })),
  );
  if (withheld.length === 0) return;
  await writing.query(
    `delete from partnership.identifier i using jsonb_to_recordset($1) x(${number.recordset})
     where (${number.names('i')}) = (${number.values('x')}) and not exists (
       select from partnership.source_record s where s.child_id = i.child_id
         and s.identifiers @> jsonb_build_array(jsonb_build_object('type', i.type, 'value', i.value)))`,
    [number.json(withheld)],
  );
}

/** Who holds a number from now on, after a person has said whose it is. */
export async function writeClaims(
  writing: Writing,
  records: readonly HeldRecord[],
  sources: RecordSources,
): Promise<void> {
  if (records.length === 0) return;
  await writing.query(
    `update partnership.source_record s set ${claim.changes('x')}
     from jsonb_to_recordset($1) x(${named.recordset}, ${claim.recordset})
     where (${named.names('s')}) = (${named.values('x')})`,
    [JSON.stringify(records.map(recordRow))],
  );
  await writeKeys(writing, records);
  await writeIdentifiers(writing, records, sources);
}
