import { InvalidInput } from '../../../../../platform/errors/hub-error.js';
import { refuseOtherText } from '../../../../../platform/ingest/file-kind.js';
import { readCsv, readHeader, type CsvFields } from '../../../../../platform/ingest/csv.js';
import { inPieces, type Pieces } from '../../../../../platform/ingest/pieces.js';
import type { Column, Parsed, Rejection } from '../../../../../platform/ingest/record.js';
import { SharedNumbers } from '../shared-numbers.js';
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
export const parse = (files: readonly string[]): Pieces<Parsed<LookedAfterChild> | Rejection> =>
  inPieces(eachOf(files));

async function* eachOf(files: readonly string[]): AsyncGenerator<Parsed<LookedAfterChild> | Rejection> {
  const { headers, episodes } = await tellApart(files);
  const byChild = new Map<string, Episode[]>();
  let allRead = true;
  for (const file of episodes)
    for await (const unread of readEpisodes(file, byChild)) {
      allRead = false;
      yield unread;
    }
  const shared = await sharedIn(headers);
  const seen = new Set<string>();
  for (const file of headers)
    for await (const child of readChildren(file, { episodes: byChild, shared, seen }))
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

/** The numbers that the header table gives to two children: nobody can say whose the episodes are. */
async function sharedIn(headers: readonly string[]): Promise<SharedNumbers> {
  const shared = new SharedNumbers();
  for (const file of headers)
    for await (const row of readCsv(file, headerTable))
      if ('fields' in row) shared.add(row.fields.CHILD, [row.fields.DOB, row.fields.SEX, pupilNumber(row.fields.UPN)]);
  return shared;
}

// UN1 to UN5 say why there is none.
const pupilNumber = (text: string): string => (/^UN[1-5]$/.test(text) ? '' : text);

interface Reading {
  readonly episodes: ReadonlyMap<string, readonly Episode[]>;
  readonly shared: SharedNumbers;
  readonly seen: Set<string>;
}

async function* readChildren(
  file: string,
  { episodes, shared, seen }: Reading,
): AsyncGenerator<Parsed<Omit<LookedAfterChild, 'allRead'>> | Rejection> {
  for await (const row of readCsv(file, headerTable)) {
    if (!('fields' in row)) {
      yield row;
      continue;
    }
    const { fields, ...place } = row;
    const why = shared.has(fields.CHILD) ? twoChildren : seen.has(fields.CHILD) ? twice : null;
    seen.add(fields.CHILD);
    if (why !== null) yield { ...place, rule: 'child-twice', reason: why, whole: true };
    else yield { ...place, fields: { header: fields, episodes: episodes.get(fields.CHILD) ?? [] } };
  }
}

const twice = 'The header table has the same CHILD more than once.';
const twoChildren = 'The header table has the same CHILD for two children: neither is taken.';

function withoutHeader({ file, line }: Episode): Rejection {
  return {
    file,
    line,
    rule: 'episode-without-header',
    reason: 'The header table has no row for the CHILD of the episode.',
    whole: true,
  };
}
