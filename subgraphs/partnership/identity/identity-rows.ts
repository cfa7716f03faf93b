import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { Sex } from '../../../platform/vocabulary/sex.js';
import { ChildRow } from '../child/child.row.js';
import { IdentifierRow } from '../child/identifier.row.js';
import type { HeldRecord } from './held-record.js';
import { firstArrival } from './known-children.js';
import type { Resolution } from './resolution.js';
import { SourceRecordRow } from './source-record.row.js';

/** What a resolution writes of a child: how often a person decided is not its to say. */
export const childColumns = Columns.of(ChildRow).without('version');

/** What a resolution writes of a record. The database gives its id, and numbers it as it arrives. */
export const recordColumns = Columns.of(SourceRecordRow).without('id', 'arrival', 'deletedBecause');

/** What is written of a number; the hash it is looked up by is the database's to make. */
export const identifierColumns = Columns.of(IdentifierRow).without('valueHash');

/** Whether the record arrives for the first time: the table has not numbered it yet. */
export const isFirst = ({ arrival }: HeldRecord): boolean => arrival >= firstArrival;

export function childRow(child: Resolution['children'][number]): RowOf<typeof childColumns> {
  return { ...child, sex: Sex[child.sex] };
}

export function recordRow({ claim, ...said }: HeldRecord): RowOf<typeof recordColumns> {
  const { number = null, state = null, withheld = null } = claim ?? {};
  return { ...said, number, claim: state, withheld };
}

export function identifierRows(
  { childId, source, identifiers }: HeldRecord,
  sources: RecordSources,
): RowOf<typeof identifierColumns>[] {
  return identifiers.map(({ type, value }) => ({
    type: IdentifierType[type],
    value,
    childId,
    verified: sources.verifies(source, type),
  }));
}
