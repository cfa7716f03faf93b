import { readRows } from '../platform/ingest/csv-row.js';
import type { TruePair } from '../cli/match/score-pairs.js';

/** People's files to be matched, and how it is known who is one person. It goes to a process of its own as JSON. */
export interface MatchingSet {
  readonly name: string;
  /** Put together and de-duplicated, or, where `linked`, two that are linked with one another. */
  readonly files: readonly string[];
  readonly linked: boolean;
  /** As for `hub match link --map`; empty where the headers are the fields' names. */
  readonly map: string;
  readonly truth:
    /** Records with the same value in a column are one person. */
    | { readonly by: 'column'; readonly id: string; readonly column: string }
    /** Records `rec-7-org` and `rec-7-dup-0` are one person, as FEBRL's generator names them. */
    | { readonly by: 'record-name' }
    /** Row by row, but for twins: rows with the same family name and birthday and another given name. */
    | { readonly by: 'row'; readonly given: string; readonly family: string; readonly dateOfBirth: string }
    /** A file `left,right`, and one `id,group` of who is in which group. */
    | { readonly by: 'file'; readonly pairs: string; readonly groups: string };
}

/** Who is one person, who must never be taken for one, and which records are in which group. */
export interface Truth {
  readonly pairs: readonly TruePair[];
  readonly twins: readonly TruePair[];
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

const noGroups: Truth['groups'] = new Map();

async function rowsOf(file: string): Promise<ReadonlyMap<string, string>[]> {
  let header: readonly string[] | undefined;
  const rows: ReadonlyMap<string, string>[] = [];
  for await (const { cells } of readRows(file, 'utf-8')) {
    const names = (header ??= cells);
    if (names !== cells) rows.push(new Map(names.map((name, at) => [name, cells[at] ?? ''])));
  }
  return rows;
}

/** Every two of one person's records. */
function pairsWithin(personOf: readonly (readonly [id: string, person: string])[]): TruePair[] {
  const people = new Map<string, string[]>();
  for (const [id, person] of personOf) people.set(person, [...(people.get(person) ?? []), id]);
  return [...people.values()].flatMap((ids) =>
    ids.flatMap((left, at) => ids.slice(at + 1).map((right) => ({ left, right }))),
  );
}

async function rowByRow(
  [leftFile = '', rightFile = '']: readonly string[],
  columns: { readonly given: string; readonly family: string; readonly dateOfBirth: string },
): Promise<Truth> {
  const [left, right] = [await rowsOf(leftFile), await rowsOf(rightFile)];
  const nameOf = (file: string, at: number): string => `${file.split('/').at(-1) ?? ''}:${at + 1}`;
  const agree = (at: number, column: string): boolean => left[at]?.get(column) === right[at]?.get(column);
  const rows = left.map((_, at) => ({
    pair: { left: nameOf(leftFile, at), right: nameOf(rightFile, at) },
    twins: !agree(at, columns.given) && agree(at, columns.family) && agree(at, columns.dateOfBirth),
  }));
  const those = (twins: boolean): TruePair[] => rows.filter((row) => row.twins === twins).map(({ pair }) => pair);
  return { pairs: those(false), twins: those(true), groups: noGroups };
}

/** What is known of a set. */
export async function truthOf({ files, truth }: MatchingSet): Promise<Truth> {
  if (truth.by === 'row') return rowByRow(files, truth);
  if (truth.by === 'file') {
    const groups = new Map<string, Set<string>>();
    for (const row of await rowsOf(truth.groups)) {
      const group = row.get('group') ?? '';
      groups.set(group, (groups.get(group) ?? new Set()).add(row.get('id') ?? ''));
    }
    const pairs = await rowsOf(truth.pairs);
    return {
      pairs: pairs.map((row) => ({ left: row.get('left') ?? '', right: row.get('right') ?? '' })),
      twins: [],
      groups,
    };
  }
  const rows = (await Promise.all(files.map(rowsOf))).flat();
  const personOf = rows.map((row): [string, string] => {
    if (truth.by === 'column') return [row.get(truth.id) ?? '', row.get(truth.column) ?? ''];
    const id = row.get('rec_id') ?? '';
    return [id, id.split('-')[1] ?? ''];
  });
  return { pairs: pairsWithin(personOf), twins: [], groups: noGroups };
}
