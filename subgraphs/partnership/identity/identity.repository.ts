import type { Related } from '../../../platform/db/consequences.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { ruleVersion } from '../matching/judge.js';
import type { Known } from '../matching/known.js';
import { keepSearchKeys } from '../search/keep-search-keys.repository.js';
import { forgetRecords } from './forget-records.repository.js';
import { FormerVersionRow } from './former-version.row.js';
import { keysOfEvidence } from './held-record.js';
import { childColumns, childRow, isFirst, recordColumns, recordRow } from './identity-rows.js';
import type { FoundChild } from './known-children.js';
import { MatchDecisionRow } from './match-decision.row.js';
import { countedNames, type NameChange, type NameCount } from './name-counts.js';
import { raiseReviews } from './raise-reviews.repository.js';
import { renameRecords, writeIdentifiers, writeKeys } from './record-numbers.repository.js';
import type { Resolution } from './resolution.js';

const formerVersion = Columns.of(FormerVersionRow);
const link = Columns.of(MatchDecisionRow).only('childId', 'otherId', 'rule', 'ruleVersion', 'probability', 'evidence');

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
  async waitForTurn(writing: Writing): Promise<void> {
    await writing.query(`select pg_advisory_xact_lock(hashtextextended('partnership identity', 0))`);
  }

  async candidates(writing: Writing, evidence: readonly PersonEvidence[]): Promise<FoundChild[]> {
    return writing.query(
      'select shown, records, apart, closed from partnership.candidates($1::text[], $2::text[], $3::bigint[])',
      [
        evidence.map(({ source }) => source),
        evidence.map(({ sourceKey }) => sourceKey),
        [...new Set(evidence.flatMap((one) => keysOfEvidence(one).map(({ key }) => key)))],
      ],
    );
  }

  /** How common these records' names are among those held. */
  async nameCounts(writing: Writing, people: readonly Known[]): Promise<NameCount[]> {
    const wanted = new Map(
      people.flatMap((known) => countedNames(known).map((one) => [`${one.kind} ${one.name}`, one])),
    );
    const names = [...wanted.values()];
    return writing.query('select kind, name, n from partnership.name_counts($1::text[], $2::text[])', [
      names.map(({ kind }) => kind),
      names.map(({ name }) => name),
    ]);
  }

  async countNames(writing: Writing, changes: readonly NameChange[]): Promise<void> {
    if (changes.length === 0) return;
    await writing.query('select partnership.count_names($1::text[], $2::text[], $3::int[])', [
      changes.map(({ kind }) => kind),
      changes.map(({ name }) => name),
      changes.map(({ n }) => n),
    ]);
  }

  async write(writing: Writing, resolution: Resolution, by: WriteFor): Promise<void> {
    const { children, links, aliases, forgotten } = resolution;
    await writing.upsert(childColumns, children.map(childRow));
    await this.writeRecords(writing, resolution, by.sources);
    await forgetRecords(writing, resolution);
    if (aliases.length > 0) await writing.query(`select access.link('T3', $1)`, [JSON.stringify(aliases)]);
    await this.writeLinks(writing, links);
    await this.tellReviewers(writing, resolution, by);
    await keepSearchKeys(writing, children);
    await writing.emit(
      'child-changed',
      children.map(({ childId }) => childId),
    );
    const moved = aliases.flatMap(({ held, shown }) => (shown === null ? [held] : [held, shown]));
    const apart = forgotten.flatMap(({ childId, outOf }) => (outOf === null ? [childId] : [childId, outOf]));
    await writing.emit('child-linked', [...moved, ...apart]);
  }

  /** Puts what is doubtful on the review queue, and relates those whom a review concerns to its reviewers, while it does. */
  private async tellReviewers(
    writing: Writing,
    { residents, reviews, weighed }: Resolution,
    { council, today }: WriteFor,
  ): Promise<void> {
    // What their sources say now leaves nothing for a person to decide, unless it is raised again.
    const waiting = new Set(reviews.map(({ childId }) => childId));
    await writing.query(`delete from partnership.match_review where state = 'OPEN' and child_id = any ($1::uuid[])`, [
      weighed.filter((childId) => !waiting.has(childId)),
    ]);
    const raised = await raiseReviews(
      writing,
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
    await writing.relate('T1', related);
  }

  /** Records, what they said before, what they are found by and the numbers they carry. */
  private async writeRecords(
    writing: Writing,
    { versions, former, renamed }: Resolution,
    sources: RecordSources,
  ): Promise<void> {
    if (versions.length === 0) return;
    await renameRecords(writing, renamed);
    const first = versions.filter(isFirst).map(recordRow);
    // In the order of their arrival, which the table numbers: the eldest gives the child's id.
    await writing.query(
      `insert into partnership.source_record (${recordColumns.names()})
       select ${recordColumns.values('x')} from jsonb_to_recordset($1) x(ordinal int, ${recordColumns.recordset})
       order by x.ordinal`,
      [JSON.stringify(first.map((row, ordinal) => ({ ...row, ordinal })))],
    );
    await writing.upsert(recordColumns, versions.filter((record) => !isFirst(record)).map(recordRow));
    await writing.query(formerVersion.insertion, [formerVersion.json(former)]);
    await writeKeys(writing, versions);
    await writeIdentifiers(writing, versions, sources);
  }

  private async writeLinks(writing: Writing, links: Resolution['links']): Promise<void> {
    if (links.length === 0) return;
    const rows = links.map(({ into: otherId, ...one }) => ({ ...one, otherId, ruleVersion }));
    await writing.query(
      `insert into partnership.match_decision (kind, actor, ${link.names()})
       select 'LINKED', ctx.claims() ->> 'sub', ${link.values('x')} from jsonb_to_recordset($1) x(${link.recordset})`,
      [link.json(rows)],
    );
  }
}
