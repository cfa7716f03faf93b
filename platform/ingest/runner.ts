import { Permit } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import type { WriteUnit } from '../db/write-unit.js';
import type { Domain } from '../vocabulary/domain.js';
import { type BatchLimits, gather, type Gathered } from './gather.js';
import type { IngestSource } from './ingest-source.js';
import type { PersonEvidence, Rejection, ResolvedPerson } from './record.js';
import type { RejectRepository } from './reject.repository.js';

/** What came of an ingest. Rejections are counted by rule; the records themselves stay where they were. */
export interface IngestCounts {
  readonly source: string;
  /** Records read. */
  read: number;
  /** Facts added or changed. */
  written: number;
  /** Facts that were there already. */
  unchanged: number;
  /** By rule: whole records, or parts that were left out of one. */
  readonly rejected: Record<string, number>;
  /** Records waiting for a person to say whose they are. */
  review: number;
}

/** How far an ingest has come, in batches. */
export interface IngestProgress {
  readonly done: number;
  readonly batches: number;
}

export interface IngestOptions {
  readonly domain: Domain;
  readonly source: IngestSource;
  readonly files: readonly string[];
  readonly dryRun?: boolean;
  /** A freshly vouched caller: a voucher lasts a minute, a large file longer. */
  readonly caller: () => Promise<Caller>;
  readonly writes: (caller: Caller) => WriteUnit;
  /** The partnership's answer to whose each record is, in order. */
  readonly resolve: (people: readonly PersonEvidence[]) => Promise<readonly ResolvedPerson[]>;
  readonly rejects: RejectRepository;
  readonly batch?: BatchLimits;
  /** Told after each batch that was written. */
  readonly onProgress?: (progress: IngestProgress) => void;
}

// The record was deleted because its source asked for it: the next file does not bring it back.
const deletedRule = 'deleted-by-source';

function count(into: Record<string, number>, rejections: readonly Rejection[]): void {
  for (const { rule } of rejections) into[rule] = (into[rule] ?? 0) + 1;
}

async function write(options: IngestOptions, gathered: Gathered<unknown>, counts: IngestCounts): Promise<void> {
  const { people } = gathered;
  const known = people.flatMap(({ person }) => (person ? [person] : []));
  const resolved = known.length > 0 ? await options.resolve(known) : [];
  let next = 0;
  const records = people.flatMap(({ person, facts }) => {
    const whose = person ? resolved[next++] : null;
    if (whose === undefined || whose?.childId === null) return [];
    return [{ childId: whose?.childId ?? null, facts, deleted: whose?.deleted ?? false }];
  });
  const gone = resolved.filter(({ childId }) => childId === null).length;
  if (gone > 0) counts.rejected[deletedRule] = (counts.rejected[deletedRule] ?? 0) + gone;
  counts.review += resolved.filter(({ inReview }) => inReview).length;
  const caller = await options.caller();
  const children = [...new Set(resolved.flatMap(({ childId }) => childId ?? []))];
  const named = options.source.alsoOf?.(people.flatMap(({ facts }) => facts));
  const asked = options.source.tiers.flatMap((tier) => {
    const permit = Permit.for(
      caller,
      { domain: options.domain, version: 'system', rules: [] },
      { tier, act: 'WRITE', operation: 'ingest' },
    );
    return [{ permit, subjects: { children } }, ...(named ? [{ permit, subjects: named }] : [])];
  });
  const { written, unchanged } = await options
    .writes(caller)
    .run(asked, (manager) => options.source.write(manager, records));
  counts.written += written;
  counts.unchanged += unchanged;
}

/**
 * Streams a source in: parse → map → resolve → write, batch by batch, each batch a unit of its own, so that a run
 * interrupted half-way and repeated ends in the same state. The whole is read once before anything is written: a file
 * that is not of its format, or is cut in half, writes nothing.
 */
export async function ingest(options: IngestOptions): Promise<IngestCounts> {
  const { format } = options.source;
  const counts: IngestCounts = { source: format.name, read: 0, written: 0, unchanged: 0, rejected: {}, review: 0 };
  const batchesOf = (onRead: () => void) =>
    gather(format, options.files, onRead, options.batch ?? options.source.batch);
  let batches = 0;
  for await (const { rejections } of batchesOf(() => void (counts.read += 1))) {
    batches += 1;
    count(counts.rejected, rejections);
  }
  if (options.dryRun) return counts;
  let done = 0;
  for await (const gathered of batchesOf(() => undefined)) {
    if (gathered.people.length > 0) {
      await write(options, gathered, counts);
    }
    await options.rejects.keep(format.name, gathered.rejections);
    options.onProgress?.({ done: (done += 1), batches });
  }
  await options.rejects.received(format.name, options.source.expectedEvery);
  return counts;
}
