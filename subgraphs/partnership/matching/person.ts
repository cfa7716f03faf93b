/**
 * What one record says of who a person is, as it is compared with others: read from a file, or held in the child index.
 * Every field is as written, trimmed, or null where nothing is said; `knownPerson` brings it into its one form.
 */
export interface Person {
  /** The record's own name among those it is compared with. */
  readonly id: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly previousFamily: string | null;
  /** ISO date; null where not known, not a date, or not yet born. */
  readonly dateOfBirth: string | null;
  /** As written: `F`, `Female`, `2` … */
  readonly sex: string | null;
  readonly postcode: string | null;
  readonly address: string | null;
  readonly town: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly upn: string | null;
  readonly nhsNumber: string | null;
}

/** What a pair of records comes to. `separate` is never written out. */
export type Band = 'link' | 'review' | 'separate';

/** Two records that are, or may be, of one person. */
export interface FoundPair {
  /** Positions in the people given; where two files are linked, `left` is of the first. */
  readonly left: number;
  readonly right: number;
  /** That the two are of one person: 0 to 1. */
  readonly probability: number;
  readonly band: Exclude<Band, 'separate'>;
}
