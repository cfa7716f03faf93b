import type { Verdict } from './permit.js';

/** What the database says of a child whatever it shows of the child's rows. */
export type Shown = Omit<Verdict, 'outcome'>;

/**
 * A child who is shown, with what one read brought back of the child, as far as it was decided that it may be told. What is
 * read as a whole, in part, and not at all has three names: nothing takes one for another, and whoever makes a record of it
 * says by a `switch` what each comes to.
 */
export type Seen<Row> = Shown &
  (
    | { readonly outcome: 'FULL'; readonly rows: readonly Row[] }
    /** To be told without what would tell where the child is, and without names and words of people around the child. */
    | { readonly outcome: 'REDACTED'; readonly toRedact: readonly Row[] }
    /** At most that something is held may be told. */
    | { readonly outcome: 'EXISTENCE_ONLY'; readonly held: boolean }
  );

/** By the id each was asked for by; a child who is not here is not shared, or does not exist. */
export type SeenChildren<Row> = ReadonlyMap<string, Seen<Row>>;

/** What keys of another kind lead to. */
export interface SeenByKey<Row> {
  readonly children: SeenChildren<Row>;
  /** The child who is shown that each key leads to. */
  readonly childOf: ReadonlyMap<string, string>;
  /** The keys that lead to nobody who is shown: never told, but a page of a list goes on after them. */
  readonly withheld: ReadonlySet<string>;
}

/** What is seen of a page of a list: `childOf` has the page's own keys, in the list's order. */
export interface SeenPage<Row> extends Omit<SeenByKey<Row>, 'withheld'> {
  /** The place to go on after; null where there is no more. */
  readonly after: string | null;
}

// Each member by its name: lists are of thousands, and taking the rest of an object apart costs more than all else here.
function seenOf<Row>({ outcome, basis, facets, diedOn }: Verdict, rows: readonly Row[]): Seen<Row> {
  switch (outcome) {
    case 'FULL':
      return { basis, facets, diedOn, outcome, rows };
    case 'REDACTED':
      return { basis, facets, diedOn, outcome, toRedact: rows };
    case 'EXISTENCE_ONLY':
      return { basis, facets, diedOn, outcome, held: rows.length > 0 };
  }
}

/** Hands each child's rows out under what was decided about the child. Rows of whoever is not shown are dropped. */
export function seenChildren<Row>(
  verdicts: ReadonlyMap<string, Verdict>,
  rows: readonly Row[],
  whose: (row: Row) => string | undefined,
): SeenChildren<Row> {
  const held = new Map<string, Row[]>();
  for (const row of rows) {
    const child = whose(row) ?? '';
    const known = held.get(child);
    if (known) known.push(row);
    else held.set(child, [row]);
  }
  const seen = new Map<string, Seen<Row>>();
  for (const [id, verdict] of verdicts) seen.set(id, seenOf(verdict, held.get(id) ?? []));
  return seen;
}
