import type { DataSource } from 'typeorm';
import { remembered } from './remembered.js';

/** How late a domain's sources are. */
export interface SourceFacts {
  readonly asAt: string | null;
  readonly stale: boolean;
  readonly sources: readonly {
    readonly source: string;
    readonly lastReceived: string | null;
    readonly expectedEvery: string | null;
    readonly stale: boolean;
  }[];
}

const text = (
  schema: string,
): string => `select source, to_char(last_received at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastReceived",
  expected_every::text as "expectedEvery", coalesce(last_received + expected_every < now(), false) as stale
  from "${schema}".source_receipt order by source`;

/** Reads a domain's source receipts, under its own login. */
export class SourceFactsRepository {
  /** Remembered in a process for a while: it changes when a file arrives, not between two questions. */
  readonly read = remembered(5_000, () => this.ask());

  constructor(
    private readonly source: DataSource,
    private readonly schema: string,
  ) {}

  private async ask(): Promise<SourceFacts> {
    const sources: { source: string; lastReceived: string | null; expectedEvery: string | null; stale: boolean }[] =
      await this.source.query(text(this.schema));
    const received = sources.flatMap(({ lastReceived }) => (lastReceived === null ? [] : [lastReceived])).sort();
    return { asAt: received.at(-1) ?? null, stale: sources.some(({ stale }) => stale), sources };
  }
}
