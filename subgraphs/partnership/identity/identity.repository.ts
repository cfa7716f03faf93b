import type { EntityManager } from 'typeorm';
import type { Permit } from '../../../platform/access/permit.js';
import type { Voucher } from '../../../platform/auth/minter.js';
import { emit, relate } from '../../../platform/db/consequences.js';
import { mergeRequests } from '../../../platform/db/merge-requests.js';
import { type BulkTable, upsert } from '../../../platform/db/upsert.js';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { kindOf, type Version } from './golden.js';
import { identifierKey, personKey } from './person-key.js';
import type { Resolution } from './resolve-batch.js';

const childTable: BulkTable = {
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

const recordTable: BulkTable = {
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
    identifier_keys: 'text[]',
    person_key: 'text',
    received: 'timestamptz',
  },
  key: ['source', 'source_key'],
};

/** The sources of the body that issues each kind of identifier. */
const issuedBy: Readonly<Record<string, readonly string[]>> = {
  UPN: ['school-census'],
  NHS_NUMBER: ['waiting-list'],
  SOCIAL_CARE_ID: ['case-list', 'cin-census', 'ssda903'],
  ULN: [],
};

/** The child index as records are resolved against it, and written. */
export class IdentityRepository {
  /** One batch at a time: two at once would each make a new child of the same person. */
  async waitForTurn(manager: EntityManager): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('partnership identity', 0))`);
  }

  async candidates(
    manager: EntityManager,
    evidence: readonly PersonEvidence[],
  ): Promise<{ childId: string; records: Version[] }[]> {
    return manager.query(
      `select child_id as "childId", records from partnership.candidates($1::text[], $2::text[], $3::text[], $4::text[])`,
      [
        evidence.map(({ source }) => source),
        evidence.map(({ sourceKey }) => sourceKey),
        evidence.flatMap(({ identifiers }) => identifiers.map(identifierKey)),
        evidence.flatMap((one) => personKey(one) ?? []),
      ],
    );
  }

  /** Opens the running unit for children who were not known when it began; the audit then names them. */
  async openFor(
    manager: EntityManager,
    { claims, tag }: Voucher,
    permits: readonly Permit[],
    children: readonly string[],
  ): Promise<void> {
    const { requests } = mergeRequests(permits.map(({ request }) => ({ ...request, subjects: { children } })));
    await manager.query('select access.open($1, $2, $3)', [claims, tag, JSON.stringify(requests)]);
  }

  async write(manager: EntityManager, resolution: Resolution, council: string): Promise<void> {
    const { children, versions, residents } = resolution;
    await upsert(manager, childTable, children.map(childRow));
    await upsert(manager, recordTable, versions.map(recordRow));
    await this.writeIdentifiers(manager, versions);
    await relate(
      manager,
      Domain.PARTNERSHIP,
      'T1',
      residents.map(({ childId, from }) => ({
        childId,
        grantee: `org:${council}`,
        basis: 'RESIDENCE' as const,
        reference: 'residence',
        from,
        until: null,
      })),
    );
    await emit(
      manager,
      Domain.PARTNERSHIP,
      'child-changed',
      children.map(({ childId }) => childId),
    );
  }

  /** An identifier that another child holds already is not moved: it stays in the source's own version alone. */
  private async writeIdentifiers(manager: EntityManager, versions: Resolution['versions']): Promise<void> {
    const rows = versions.flatMap(({ childId, source, identifiers }) =>
      identifiers.map(({ type, value }) => ({
        type,
        value,
        child_id: childId,
        verified: issuedBy[type]?.includes(kindOf(source)) ?? false,
      })),
    );
    if (rows.length === 0) return;
    await manager.query(
      `insert into partnership.identifier as held (type, value, child_id, verified, value_hash)
       select distinct on (type, value) type, value, child_id, verified, partnership.keyed_hash(type || '|' || value)
       from jsonb_to_recordset($1) x(type text, value text, child_id uuid, verified boolean)
       order by type, value, verified desc
       on conflict (type, value) do update set verified = true
         where held.child_id = excluded.child_id and excluded.verified and not held.verified`,
      [JSON.stringify(rows)],
    );
  }
}

function childRow(child: Resolution['children'][number]) {
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

function recordRow(version: Resolution['versions'][number]) {
  return {
    source: version.source,
    source_key: version.sourceKey,
    child_id: version.childId,
    given: version.given,
    family: version.family,
    preferred: version.preferred,
    previous_family: version.previousFamily,
    date_of_birth: version.dateOfBirth,
    sex: version.sex,
    postcode: version.postcode,
    identifiers: version.identifiers,
    identifier_keys: version.identifiers.map(identifierKey),
    person_key: personKey(version),
    received: version.received,
  };
}
