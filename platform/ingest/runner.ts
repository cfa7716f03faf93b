import { Permit } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import type { WriteUnit } from '../db/write-unit.js';
import type { Domain } from '../vocabulary/domain.js';
import { type BatchLimits, gather, type Gathered } from './gather.js';
import type { IngestSource, Written } from './ingest-source.js';
import type { PersonEvidence, Rejection } from './record.js';
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
  readonly resolve: (people: readonly PersonEvidence[]) => Promise<readonly string[]>;
  readonly rejects: RejectRepository;
  readonly batch?: BatchLimits;
  /** Told after each batch that was written. */
  readonly onProgress?: (progress: IngestProgress) => void;
}

function count(into: Record<string, number>, rejections: readonly Rejection[]): void {
  for (const { rule } of rejections) into[rule] = (into[rule] ?? 0) + 1;
}

async function write(options: IngestOptions, gathered: Gathered<unknown>): Promise<Written> {
  const { people } = gathered;
  const known = people.flatMap(({ person }) => (person ? [person] : []));
  const ids = known.length > 0 ? await options.resolve(known) : [];
  let next = 0;
  const records = people.map(({ person, facts }) => ({ childId: person ? (ids[next++] ?? null) : null, facts }));
  const children = [...new Set(ids)];
  const caller = await options.caller();
  const asked = options.source.tiers.map((tier) => ({
    permit: Permit.for(
      caller,
      { domain: options.domain, version: 'system', rules: [] },
      { tier, act: 'WRITE', operation: 'ingest' },
    ),
    subjects: { children },
  }));
  return options.writes(caller).run(asked, (manager) => options.source.write(manager, records));
}

/**
 * Streams a source in: parse → map → resolve → write, batch by batch, each batch a unit of its own, so that a run
 * interrupted half-way and repeated ends in the same state. The whole is read once before anything is written: a file
 * that is not of its format, or is cut in half, writes nothing.
 */
export async function ingest(options: IngestOptions): Promise<IngestCounts> {
  const { format } = options.source;
  const counts: IngestCounts = { source: format.name, read: 0, written: 0, unchanged: 0, rejected: {}, review: 0 };
  const batchesOf = (onRead: () => void) => gather(format, options.files, onRead, options.batch);
  let batches = 0;
  for await (const { rejections } of batchesOf(() => void (counts.read += 1))) {
    batches += 1;
    count(counts.rejected, rejections);
  }
  if (options.dryRun) return counts;
  let done = 0;
  for await (const gathered of batchesOf(() => undefined)) {
    if (gathered.people.length > 0) {
      const { written, unchanged } = await write(options, gathered);
      counts.written += written;
      counts.unchanged += unchanged;
    }
    await options.rejects.keep(format.name, gathered.rejections);
    options.onProgress?.({ done: (done += 1), batches });
  }
  await options.rejects.received(format.name, options.source.expectedEvery);
  return counts;
}
