import type { FoundPair, Person } from './matcher.js';
import type { FieldMap } from './field-map.js';
import { pairLines, refuseUnwritable, writeWhole } from './pair-file.js';
import { type FileReport, readPeople } from './read-people.js';

/** The matcher: of one list with itself where `right` is null, or of two. */
export type LinkPeople = (
  left: readonly Person[],
  right: readonly Person[] | null,
  onProgress?: (done: number, of: number) => void,
) => Promise<readonly FoundPair[]>;

export interface LinkOrder {
  /** One file, to be de-duplicated, or two to be linked. */
  readonly inputs: readonly [string, string?];
  readonly map: FieldMap;
  readonly out: string;
  /** ISO date: nobody is born after it. */
  readonly today: string;
  readonly link: LinkPeople;
  /** Every file was read, and comparing begins. */
  readonly onRead?: (reports: readonly FileReport[]) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What came of it: pairs by band, and what was read and left behind. */
export interface LinkReport {
  readonly inputs: readonly FileReport[];
  readonly links: number;
  readonly review: number;
  readonly out: string;
}

/** Links two person files, or de-duplicates one, and writes the pairs found. Throws InvalidInput, with nothing written. */
export async function linkFiles(order: LinkOrder): Promise<LinkReport> {
  const { inputs, map, out, today, link } = order;
  const [first, second] = inputs;
  refuseUnwritable(out, second === undefined ? [first] : [first, second]);
  const left = await readPeople(first, map, today);
  const right = second === undefined ? null : await readPeople(second, map, today);
  const reports = right ? [left.report, right.report] : [left.report];
  order.onRead?.(reports);
  const pairs = await link(left.people, right?.people ?? null, order.onProgress);
  await writeWhole(out, pairLines(pairs, left.people, right?.people ?? null));
  const links = pairs.filter(({ band }) => band === 'link').length;
  return { inputs: reports, links, review: pairs.length - links, out };
}
