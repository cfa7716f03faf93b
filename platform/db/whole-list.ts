import type { Listing } from '../access/permit.js';
import { type SeenChildren, seenChildren } from '../access/seen.js';
import { Defect } from '../errors/hub-error.js';
import type { Opened } from './opened.js';
import { inFullByAll } from './opened-request.js';
import type { OfChild } from './read.js';

/** As many children as one opening lists. */
const mostListed = 5000;

/**
 * All of a list, which one opening names no more than so many children of: it is asked on after the last who was shown, as
 * long as the database says that it may go on. `open` answers for each permit; the rows are the first's.
 * @throws Defect where a whole part is hidden, so that there is nobody to ask on after: a list is never cut unsaid.
 */
export async function wholeList<Row extends OfChild>(
  { limit = mostListed, ...from }: Listing,
  open: (from: Listing) => Promise<readonly Opened<Row>[]>,
): Promise<SeenChildren<Row>> {
  const parts: SeenChildren<Row>[] = [];
  for (let next: Listing | null = { ...from, limit }; next !== null;) {
    const opened: readonly Opened<Row>[] = await open(next);
    parts.push(seenByAll(opened));
    next = opened.some(({ subjects }) => subjects.length > 0) ? { ...next, after: lastOf(opened) } : null;
  }
  return parts.length === 1 && parts[0] ? parts[0] : new Map(parts.flatMap((part) => [...part]));
}

/** Under one permit each child is handed out as was decided; under several, those whom every one of them shows in full. */
function seenByAll<Row extends OfChild>(opened: readonly Opened<Row>[]): SeenChildren<Row> {
  const [first, ...others] = opened.map(({ verdicts }) => verdicts);
  const shown = first && others.length > 0 ? inFullByAll([first, ...others]) : first;
  return seenChildren(shown ?? new Map(), opened[0]?.rows ?? [], ({ childId }) => childId);
}

/** Ids compare as the database orders them. */
function lastOf(opened: readonly Opened<unknown>[]): string {
  let last = '';
  for (const { verdicts } of opened) for (const id of verdicts.keys()) if (id > last) last = id;
  if (last === '') throw new Defect('A list goes on after children of whom nobody is shown.');
  return last;
}
