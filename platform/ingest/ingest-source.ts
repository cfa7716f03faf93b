import type { EntityManager } from 'typeorm';
import type { Tier } from '../access/rule.js';
import type { SourceFormat } from './record.js';

/** A mapped record whose child the partnership has resolved; null for reference data. */
export interface ResolvedRecord<Fact> {
  readonly childId: string | null;
  readonly facts: readonly Fact[];
}

/** What writing a batch did, counted in facts. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
}

/** One source of one domain: its format, and how its facts are written. */
export interface IngestSource<Fields = unknown, Fact = unknown> {
  readonly format: SourceFormat<Fields, Fact>;
  /** The tiers its rows stand under: the unit is opened for writing in each, for the children of the batch. */
  readonly tiers: readonly [Tier, ...Tier[]];
  /** How often a file is agreed to arrive, as a PostgreSQL interval. */
  readonly expectedEvery: string;
  /**
   * Writes one batch inside an open unit, with its consequences (relationships, events). The same facts again write
   * nothing.
   */
  write(manager: EntityManager, records: readonly ResolvedRecord<Fact>[]): Promise<Written>;
}
