import type { Caller } from '../auth/door.js';
import type { WriteUnit } from '../db/write-unit.js';
import type { Domain } from '../vocabulary/domain.js';
import type { FaultLedger } from './fault-ledger.js';
import type { BatchLimits } from './gather.js';
import type { IngestSource } from './ingest-source.js';
import type { PersonEvidence, ResolvedPerson } from './record.js';
import type { RejectRepository } from './reject.repository.js';

/** How far an ingest has come, in batches. */
export interface IngestProgress {
  readonly done: number;
  readonly batches: number;
}

/** What is to be taken in, and through which doors. */
export interface IngestOptions {
  readonly domain: Domain;
  readonly source: IngestSource;
  readonly files: readonly string[];
  /** Today, ISO date: what a date of a file may be is counted from it. */
  readonly today: string;
  /** Everything is read, resolved and written as usual, and undone again. */
  readonly dryRun?: boolean;
  /** A freshly vouched caller: a voucher lasts a minute, a large file longer. */
  readonly caller: () => Promise<Caller>;
  readonly writes: (caller: Caller) => WriteUnit;
  /** The partnership's answer to whose each record is, in order. Of a trial it keeps nothing. */
  readonly resolve: (
    people: readonly PersonEvidence[],
    how: { readonly trial: boolean },
  ) => Promise<readonly ResolvedPerson[]>;
  readonly rejects: RejectRepository;
  readonly batch?: BatchLimits;
  /** Told after each batch that was written. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Told once what was not taken, also where nothing was. */
  readonly onFaults?: (faults: FaultLedger) => void | Promise<void>;
}
