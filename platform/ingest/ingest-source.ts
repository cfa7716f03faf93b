import type { Tier } from '../access/rule.js';
import type { LookUp } from '../db/look-up.js';
import type { Writing } from '../db/write-unit.js';
import type { BatchLimits } from './gather.js';
import type { RecordSource } from './record-source.js';
import type { SourceFormat } from './record.js';

/** A mapped record whose child the partnership has resolved; null for reference data. */
export interface ResolvedRecord<Fact> {
  readonly childId: string | null;
  readonly facts: readonly Fact[];
  /** What was held of it until now is deleted, as its source asked. */
  readonly deleted: boolean;
}

/** What writing a batch did, counted in facts. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
}

/** One source of one domain: its format, and how its facts are written. */
export interface IngestSource<Fields = unknown, Fact = unknown> {
  readonly format: SourceFormat<Fields, Fact>;
  /** The format as its files are read today, where that goes by what the domain keeps: of no child, read before them. */
  formatKept?(lookUp: LookUp): Promise<SourceFormat<Fields, Fact>>;
  /** Whose records of people its files hold; null for reference data, and for what speaks of other sources' records. */
  readonly records: RecordSource | null;
  /** The tiers its rows stand under: the unit is opened for writing in each, for the children of the batch. */
  readonly tiers: readonly [Tier, ...Tier[]];
  /** How often a file is agreed to arrive, as a PostgreSQL interval; null where one comes only when there is cause. */
  readonly expectedEvery: string | null;
  /** When a batch is closed, where not as usual. */
  readonly batch?: BatchLimits;
  /**
   * Rows that the facts name by a key of the domain's own: the unit is opened for the children they stand under, too,
   * whom the records need not name. At most 1,000 a batch.
   */
  alsoOf?(facts: readonly Fact[]): { readonly kind: string; readonly keys: readonly string[] };
  /**
   * Writes one batch inside an open unit, with its consequences (relationships, events). The same facts again write
   * nothing.
   */
  write(writing: Writing, records: readonly ResolvedRecord<Fact>[]): Promise<Written>;
}

/** A source whose files do not say of which year they are: whoever sends them says it. */
export interface YearlySource {
  /** The word after `hub ingest`. */
  readonly name: string;
  readonly records: RecordSource;
  /** The first day of a year's files, YYYY-MM-DD. */
  beginsOn(year: number): string;
  /** The source of one year's files. */
  ofYear(year: number): IngestSource;
}

/** What a domain takes in: a source, or one that is a source once its year is told. */
export type OfferedSource = IngestSource | YearlySource;

/** The word after `hub ingest`. */
export const wordOf = (source: OfferedSource): string => ('ofYear' in source ? source.name : source.format.name);
