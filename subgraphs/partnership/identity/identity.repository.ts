import type { EntityManager } from 'typeorm';
import type { Permit } from '../../../platform/access/permit.js';
import type { Voucher } from '../../../platform/auth/minter.js';
import { emit, relate, type Related } from '../../../platform/db/consequences.js';
import { mergeRequests } from '../../../platform/db/merge-requests.js';
import { openStatement } from '../../../platform/db/open-statement.js';
import { upsert } from '../../../platform/db/upsert.js';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { Known } from '../matching/known.js';
import { ruleVersion } from '../matching/judge.js';
import { raiseReviews } from './raise-reviews.repository.js';
import { keepSearchKeys } from '../search/keep-search-keys.repository.js';
import { forgetRecords } from './forget-records.repository.js';
import { keysOfEvidence } from './held-record.js';
import {
  childRow,
  childTable,
  formerRow,
  isFirst,
  recordRow,
  recordTable,
  sourceRecordColumns,
} from './identity-rows.js';
import type { FoundChild } from './known-children.js';
import { countedNames, type NameChange, type NameCount } from './name-counts.js';
import { renameRecords, writeIdentifiers, writeKeys } from './record-numbers.repository.js';
import type { Resolution } from './resolution.js';

// One request of a unit opens at most this many children.
const mostOpened = 1000;

/** For whom a resolution is written, and when. */
export interface WriteFor {
  /** The council whose area this is. */
  readonly council: string;
  /** What the records' sources declare. */
  readonly sources: RecordSources;
  /** ISO date. */
  readonly today: string;
}

/** The child index as records are resolved against it, and written. */
export class IdentityRepository {
  /** One batch at a time: two at once would each make a new child of the same person. */
  async waitForTurn(manager: EntityManager): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('partnership identity', 0))`);
  }

  async candidates(manager: EntityManager, evidence: readonly PersonEvidence[]): Promise<FoundChild[]> {
    return manager.query(
      'select shown, records, apart, closed from partnership.candidates($1::text[], $2::text[], $3::bigint[])',
      [
        evidence.map(({ source }) => source),
        evidence.map(({ sourceKey }) => sourceKey),
        [...new Set(evidence.flatMap((one) => keysOfEvidence(one).map(({ key }) => key)))],
      ],
    );
  }

  /** How common these records' names are among those held. */
  async nameCounts(manager: EntityManager, people: readonly Known[]): Promise<NameCount[]> {
    const wanted = new Map(
      people.flatMap((known) => countedNames(known).map((one) => [`${one.kind} ${one.name}`, one])),
    );
    const names = [...wanted.values()];
    return manager.query('select kind, name, n from partnership.name_counts($1::text[], $2::text[])', [
      names.map(({ kind }) => kind),
      names.map(({ name }) => name),
    ]);
  }

  async countNames(manager: EntityManager, changes: readonly NameChange[]): Promise<void> {
    if (changes.length === 0) return;
    await manager.query('select partnership.count_names($1::text[], $2::text[], $3::int[])', [
      changes.map(({ kind }) => kind),
      changes.map(({ name }) => name),
      changes.map(({ n }) => n),
    ]);
  }

  /**
   * Opens the running unit for children who were not known when it began, or whom keys of another kind lead to; the
   * audit then names them.
   */
  async openFor(
    manager: EntityManager,
    voucher: Voucher,
    permits: readonly Permit[],
    keys: readonly string[],
    kind = 'child',
  ): Promise<void> {
    for (let from = 0; from < Math.max(keys.length, 1); from += mostOpened) {
      const subjects = { kind, keys: keys.slice(from, from + mostOpened) };
      const { requests } = mergeRequests(permits.map(({ request }) => ({ ...request, subjects })));
      const { text, values } = openStatement(voucher, requests);
      await manager.query(text, values);
    }
  }

  async write(manager: EntityManager, resolution: Resolution, by: WriteFor): Promise<void> {
    const { children, links, aliases, forgotten } = resolution;
    await upsert(manager, childTable, children.map(childRow));
    await this.writeRecords(manager, resolution, by.sources);
    await forgetRecords(manager, resolution);
    if (aliases.length > 0) await manager.query(`select access.link('T3', $1)`, [JSON.stringify(aliases)]);
    await this.writeLinks(manager, links);
    await this.tellReviewers(manager, resolution, by);
    await keepSearchKeys(manager, children);
    await emit(
      manager,
      Domain.PARTNERSHIP,
      'child-changed',
      children.map(({ childId }) => childId),
    );
    const moved = aliases.flatMap(({ held, shown }) => (shown === null ? [held] : [held, shown]));
    const apart = forgotten.flatMap(({ childId, outOf }) => (outOf === null ? [childId] : [childId, outOf]));
    await emit(manager, Domain.PARTNERSHIP, 'child-linked', [...moved, ...apart]);
  }

  /** Puts what is doubtful on the review queue, and relates those whom a review concerns to its reviewers, while it does. */
  private async tellReviewers(
    manager: EntityManager,
    { residents, reviews, weighed }: Resolution,
    { council, today }: WriteFor,
  ): Promise<void> {
    // What their sources say now leaves nothing for a person to decide, unless it is raised again.
    const waiting = new Set(reviews.map(({ childId }) => childId));
    await manager.query(`delete from partnership.match_review where state = 'OPEN' and child_id = any ($1::uuid[])`, [
      weighed.filter((childId) => !waiting.has(childId)),
    ]);
    const raised = await raiseReviews(
      manager,
      reviews.map(({ reviewKind, ...review }) => ({ ...review, kind: reviewKind, ruleVersion })),
    );
    const reviewed = raised.flatMap(({ id, children: about }) => about.map((childId) => ({ childId, reference: id })));
    const grantee = `org:${council}`;
    const related: Related[] = [
      ...residents.map((one) => ({
        ...one,
        grantee,
        basis: 'RESIDENCE' as const,
        reference: 'residence',
        until: null,
      })),
      ...reviewed.map((one) => ({
        ...one,
        grantee,
        basis: 'MATCH_REVIEW' as const,
        from: today,
        until: null,
      })),
    ];
    await relate(manager, Domain.PARTNERSHIP, 'T1', related);
  }

  /** Records, what they said before, what they are found by and the numbers they carry. */
  private async writeRecords(
    manager: EntityManager,
    { versions, former, renamed }: Resolution,
    sources: RecordSources,
  ): Promise<void> {
    if (versions.length === 0) return;
    await renameRecords(manager, renamed);
    const first = versions.filter(isFirst).map(recordRow);
    // In the order of their arrival, which the table numbers: the eldest gives the child's id.
    await manager.query(
      `insert into partnership.source_record (${sourceRecordColumns})
       select ${sourceRecordColumns} from jsonb_to_recordset($1) x(ordinal int, source text, source_key text, child_id uuid,
         given text, family text, preferred text, previous_family text, date_of_birth date, sex text, postcode text,
         identifiers jsonb, number text, claim text, withheld jsonb, received timestamptz, deleted_on date) order by ordinal`,
      [JSON.stringify(first.map((row, ordinal) => ({ ...row, ordinal })))],
    );
    await upsert(manager, recordTable, versions.filter((record) => !isFirst(record)).map(recordRow));
    await manager.query(
      `insert into partnership.former_version (child_id, source, source_key, given, family, date_of_birth, postcode, received)
       select child_id, source, source_key, given, family, date_of_birth, postcode, received
       from jsonb_to_recordset($1) x(child_id uuid, source text, source_key text, given text, family text, date_of_birth date,
         postcode text, received timestamptz)`,
      [JSON.stringify(former.map(formerRow))],
    );
    await writeKeys(manager, versions);
    await writeIdentifiers(manager, versions, sources);
  }

  private async writeLinks(manager: EntityManager, links: Resolution['links']): Promise<void> {
    if (links.length === 0) return;
    const rows = links.map(({ childId, into, rule, probability, evidence }) => ({
      child_id: childId,
      other_id: into,
      rule,
      rule_version: ruleVersion,
      probability,
      evidence,
    }));
    await manager.query(
      `insert into partnership.match_decision (child_id, other_id, kind, rule, rule_version, probability, evidence, actor)
       select child_id, other_id, 'LINKED', rule, rule_version, probability, evidence, ctx.claims() ->> 'sub'
       from jsonb_to_recordset($1) x(child_id uuid, other_id uuid, rule text, rule_version text, probability float8, evidence text[])`,
      [JSON.stringify(rows)],
    );
  }
}
