import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Read } from '../../../platform/db/unit-of-work.js';
import { RejectedLineRow } from './rejected-line.row.js';
import { SourceQualityRow } from './source-quality.row.js';

const quality = Columns.of(SourceQualityRow);
const line = Columns.of(RejectedLineRow);

/** A source as a read brings it back. */
export interface StoredQuality extends RowOf<typeof quality> {
  /** Whether it is later than agreed. */
  readonly stale: boolean;
}

export type StoredLine = RowOf<typeof line>;

/** Every source of which files came: of no child. */
export const everySource: Read<StoredQuality> = {
  name: 'partnership_source_quality',
  text: `select ${quality.select('q')},
      coalesce(q.last_received + q.expected_every::interval < now(), false) as stale
    from partnership.source_quality q order by q.domain, q.source`,
  values: [],
  parse: quality.parser<StoredQuality>(),
};

const ofSource = {
  name: 'partnership_rejected_lines',
  text: `select ${line.select('l')} from partnership.rejected_line l
    where l.source = $1 and l.place > $2 order by l.place limit $3`,
  parse: line.parser(),
};

/** The lines of a source after a place, at most so many. */
export const linesOf = (source: string, after: number, first: number): Read<StoredLine> => ({
  ...ofSource,
  values: [source, after, first],
});
