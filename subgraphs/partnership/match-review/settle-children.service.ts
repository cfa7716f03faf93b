import type { Writing } from '../../../platform/db/write-unit.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { goldenOf } from '../identity/golden.js';
import { keepSearchKeys } from '../search/keep-search-keys.repository.js';
import { showToReviewers } from './match-review.repository.js';
import { seenUntil } from './seen-until.js';
import type { SourceRecordRepository } from './source-record.repository.js';
import type { StoredRecord } from './stored-review.js';

/** What a person's decision came to. */
export interface Settled {
  /** Each child by its ids, the eldest first: it is shown by that one. */
  readonly children: readonly (readonly string[])[];
  /** Every record under any of these ids. */
  readonly records: readonly StoredRecord[];
  /** Of every child's records from now on. */
  readonly version: number;
}

/** Whose area it is, what the records' sources declare, and the day. */
export interface SettledFor {
  readonly council: string;
  readonly sources: RecordSources;
  /** ISO date. */
  readonly today: string;
}

/**
 * Makes children what was decided: which ids are one, what is shown of each, who may look at it again, and who hears
 * of it. Every domain sees it in the instant of the commit.
 */
export async function settleChildren(
  writing: Writing,
  recordRepository: SourceRecordRepository,
  { children, records, version }: Settled,
  { council, sources, today }: SettledFor,
): Promise<void> {
  await recordRepository.link(
    writing,
    children.flatMap(([shown = '', ...rest]) => [shown, ...rest].map((held) => ({ held, shown }))),
  );
  const shown = children.map((ids) => ({ ids, version, ...goldenOf(records.filter(of(ids)), sources) }));
  await recordRepository.show(writing, shown);
  await keepSearchKeys(
    writing,
    shown.flatMap(({ ids, ...golden }) => ids.map((childId) => ({ childId, ...golden }))),
  );
  const all = children.flat();
  await showToReviewers(
    writing,
    all.map((childId) => ({ childId, reference: 'decided' })),
    { council, from: today, until: seenUntil(today) },
  );
  await writing.emit('child-changed', all);
  await writing.emit('child-linked', all);
}

const of =
  (ids: readonly string[]) =>
  ({ childId, deletedOn }: StoredRecord): boolean =>
    deletedOn === null && ids.includes(childId);
