import type { BulkTable } from '../../../platform/db/upsert.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import type { HeldRecord } from './held-record.js';
import { firstArrival } from './known-children.js';
import type { Resolution } from './resolution.js';

export const childTable: BulkTable = {
  table: 'partnership.child',
  columns: {
    child_id: 'uuid',
    given: 'text',
    family: 'text',
    preferred: 'text',
    previous_family: 'text[]',
    date_of_birth: 'date',
    sex: 'text',
  },
  key: ['child_id'],
};

export const recordTable: BulkTable = {
  table: 'partnership.source_record',
  columns: {
    source: 'text',
    source_key: 'text',
    child_id: 'uuid',
    given: 'text',
    family: 'text',
    preferred: 'text',
    previous_family: 'text',
    date_of_birth: 'date',
    sex: 'text',
    postcode: 'text',
    identifiers: 'jsonb',
    number: 'text',
    claim: 'text',
    withheld: 'jsonb',
    received: 'timestamptz',
    deleted_on: 'date',
  },
  key: ['source', 'source_key'],
};

export const sourceRecordColumns = Object.keys(recordTable.columns).join(', ');

/** Whether the record arrives for the first time: the table has not numbered it yet. */
export const isFirst = ({ arrival }: HeldRecord): boolean => arrival >= firstArrival;

export function childRow(child: Resolution['children'][number]) {
  return {
    child_id: child.childId,
    given: child.given,
    family: child.family,
    preferred: child.preferred,
    previous_family: child.previousFamily,
    date_of_birth: child.dateOfBirth,
    sex: child.sex,
  };
}

export function recordRow(record: HeldRecord) {
  return {
    source: record.source,
    source_key: record.sourceKey,
    child_id: record.childId,
    given: record.given,
    family: record.family,
    preferred: record.preferred,
    previous_family: record.previousFamily,
    date_of_birth: record.dateOfBirth,
    sex: record.sex,
    postcode: record.postcode,
    identifiers: record.identifiers,
    number: record.claim?.number ?? null,
    claim: record.claim?.state ?? null,
    withheld: record.claim?.withheld ?? null,
    received: record.received,
    deleted_on: record.deletedOn,
  };
}

export function formerRow(record: HeldRecord) {
  return {
    child_id: record.childId,
    source: record.source,
    source_key: record.sourceKey,
    given: record.given,
    family: record.family,
    date_of_birth: record.dateOfBirth,
    postcode: record.postcode,
    received: record.received,
  };
}

/** The numbers a record carries, each verified where the record's own body issues them. */
export function identifierRows({ childId, source, identifiers }: HeldRecord, sources: RecordSources) {
  return identifiers.map(({ type, value }) => ({
    type,
    value,
    child_id: childId,
    verified: sources.verifies(source, type),
  }));
}
