import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import { refuseOtherText } from '../../../../platform/ingest/file-kind.js';
import { readCsv, readHeader, type CsvFields } from '../../../../platform/ingest/csv.js';
import type { Column, Parsed, Rejection } from '../../../../platform/ingest/record.js';
import { episodeColumns, headerColumns } from './columns.js';

/** One row of the header table, as written. */
export type HeaderFields = CsvFields<(typeof headerColumns)[number]['name']>;
/** One row of the episodes table, as written, and where it stands. */
export type Episode = Parsed<CsvFields<(typeof episodeColumns)[number]['name']>>;

/** A child of the header table with the child's episodes, in the order of their file. */
export interface LookedAfterChild {
  readonly header: HeaderFields;
  readonly episodes: readonly Episode[];
  /** Whether every row of the episodes table could be read: one that could not may be of any child. */
  readonly allRead: boolean;
}

const headerTable = { source: 'ssda903 header', columns: headerColumns };
const episodeTable = { source: 'ssda903 episodes', columns: episodeColumns };

/**
 * Joins the header and episodes tables by CHILD. The files are told apart by their columns and may come in any order.
 * Episodes are held in memory (a council has a few thousand), children are streamed. Throws InvalidInput where a file
 * is neither table, or one of the tables is not there.
 */
export async function* parse(files: readonly string[]): AsyncGenerator<Parsed<LookedAfterChild> | Rejection> {
  const { headers, episodes } = await tellApart(files);
  const byChild = new Map<string, Episode[]>();
  let allRead = true;
  for (const file of episodes)
    for await (const unread of readEpisodes(file, byChild)) {
      allRead = false;
      yield unread;
    }
  const seen = new Set<string>();
  for (const file of headers)
    for await (const child of readChildren(file, byChild, seen))
      yield 'rule' in child ? child : { ...child, fields: { ...child.fields, allRead } };
  for (const [child, strays] of byChild) if (!seen.has(child)) yield* strays.map(withoutHeader);
}

async function tellApart(files: readonly string[]): Promise<{ headers: string[]; episodes: string[] }> {
  const headers: string[] = [];
  const episodes: string[] = [];
  for (const file of files) {
    const names = await readHeader(file);
    if (hasAll(names, headerColumns)) headers.push(file);
    else if (hasAll(names, episodeColumns)) episodes.push(file);
    else {
      refuseOtherText(
        file,
        names,
        [...headerColumns, ...episodeColumns].map(({ name }) => name),
      );
      throw new InvalidInput(
        `${file} is not an ssda903 file: its header is neither ${listed(headerColumns)} nor ${listed(episodeColumns)}.`,
        { file },
      );
    }
  }
  if (headers.length === 0 || episodes.length === 0) {
    throw new InvalidInput('The ssda903 source needs its header and its episodes file together: name both.', { files });
  }
  return { headers, episodes };
}

function hasAll(names: readonly string[], columns: readonly Column[]): boolean {
  return columns.every(({ name }) => names.includes(name));
}

function listed(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(',');
}

async function* readEpisodes(file: string, byChild: Map<string, Episode[]>): AsyncGenerator<Rejection> {
  for await (const row of readCsv(file, episodeTable)) {
    if (!('fields' in row)) {
      yield row;
      continue;
    }
    const known = byChild.get(row.fields.CHILD);
    if (known) known.push(row);
    else byChild.set(row.fields.CHILD, [row]);
  }
}

async function* readChildren(
  file: string,
  byChild: ReadonlyMap<string, readonly Episode[]>,
  seen: Set<string>,
): AsyncGenerator<Parsed<Omit<LookedAfterChild, 'allRead'>> | Rejection> {
  for await (const row of readCsv(file, headerTable)) {
    if (!('fields' in row)) {
      yield row;
      continue;
    }
    const { fields, ...place } = row;
    if (seen.has(fields.CHILD)) {
      yield {
        ...place,
        rule: 'child-twice',
        reason: 'The header table has the same CHILD more than once.',
        whole: true,
      };
      continue;
    }
    seen.add(fields.CHILD);
    yield { ...place, fields: { header: fields, episodes: byChild.get(fields.CHILD) ?? [] } };
  }
}

function withoutHeader({ file, line }: Episode): Rejection {
  return {
    file,
    line,
    rule: 'episode-without-header',
    reason: 'The header table has no row for the CHILD of the episode.',
    whole: true,
  };
}
