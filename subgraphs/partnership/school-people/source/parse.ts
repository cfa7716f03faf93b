import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import type { MapResult, Parsed, Rejection } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { DirectoryFact } from './fact.js';

/** One post, as written; and of which posts of the same directory its file has a row that cannot be taken. */
export type SchoolPeopleFields = CsvFields<(typeof columns)[number]['name']> & { readonly notTaken?: string };

type Row = Parsed<SchoolPeopleFields>;

const parseRows = csvParser({ source: 'school-people', columns });

const directoryOf = ({ fields: { urn, cluster } }: Row): string => (urn === '' ? `cluster ${cluster}` : urn);

const notWhole = ({ file, line }: Row): Rejection => ({
  ...{ file, line, whole: true },
  rule: 'post-not-whole',
  reason: 'Another row of the same post of the same school cannot be taken: what is told of a post is taken whole.',
});

/** What makes a row a fact, and by which word its post is called, however it is written; null for no post. */
export interface Judging {
  readonly map: (row: Row, bounds: DateBounds) => MapResult<DirectoryFact>;
  readonly postOf: (written: string) => string | null;
  /** Of the hub's day. */
  readonly boundsNow: () => DateBounds;
}

/**
 * Reads directories whole, one file after the other. What a file says of a school takes the place of what was held of it; so
 * that a post is not vacant because its row has a slip of the hand, the other rows of the school say which posts had one.
 */
export const parseGiven = ({ map, postOf, boundsNow }: Judging) =>
  async function* parse(files: readonly string[]): AsyncGenerator<readonly (Row | Rejection)[]> {
    const bounds = boundsNow();
    const isTaken = (row: Row): boolean => 'taken' in map(row, bounds);
    for (const file of files) {
      const rows: (Row | Rejection)[] = [];
      for await (const piece of parseRows([file])) rows.push(...piece);
      const slips = slipsIn(rows);
      yield rows.map((row) => withSlips(row, slips));
    }

    function slipsIn(rows: readonly (Row | Rejection)[]): ReadonlyMap<string, ReadonlySet<string>> {
      const slips = new Map<string, Set<string>>();
      for (const row of rows) {
        if ('rule' in row || isTaken(row)) continue;
        const post = postOf(row.fields.role);
        const of = directoryOf(row);
        if (post !== null) slips.set(of, (slips.get(of) ?? new Set()).add(post));
      }
      return slips;
    }

    function withSlips(row: Row | Rejection, slips: ReadonlyMap<string, ReadonlySet<string>>): Row | Rejection {
      if ('rule' in row) return row;
      const own = slips.get(directoryOf(row));
      if (!own) return row;
      if (own.has(postOf(row.fields.role) ?? '') && isTaken(row)) return notWhole(row);
      return { ...row, fields: { ...row.fields, notTaken: [...own].join(' ') } };
    }
  };
