import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import { RejectedLineRow } from './rejected-line.row.js';
import { type MetRules, SourceQualityRow } from './source-quality.row.js';

const quality = Columns.of(SourceQualityRow);
const line = Columns.of(RejectedLineRow);

/** What a domain tells of one of its sources. */
export interface ToldQuality {
  readonly source: string;
  readonly lastReceived: string | null;
  readonly expectedEvery: string | null;
  readonly deliveredAt: string | null;
  readonly received: number | null;
  readonly rejected: number | null;
  readonly rules: MetRules;
  readonly lines: readonly {
    readonly file: string;
    readonly line: number;
    readonly rule: string;
    readonly reason: string;
    readonly whole: boolean;
  }[];
}

/** Writes the copy of what came of files. */
export class SourceQualityCopyRepository {
  /** Puts what a domain tells now in the place of all that it told before. */
  async replace(writing: Writing, domain: Domain, told: readonly ToldQuality[]): Promise<void> {
    // Its lines go with it.
    await writing.query('delete from partnership.source_quality where domain = $1', [domain]);
    await writing.upsert(
      quality,
      told.map(({ lines: _, ...source }) => ({ domain, ...source })),
    );
    await writing.upsert(
      line,
      told.flatMap(({ source, lines }) => lines.map((one, place) => ({ domain, source, place, ...one }))),
    );
  }
}
