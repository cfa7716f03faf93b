import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';

/**
 * What a record says of a number that its source gives to another person, too. DISPUTED: nobody holds it until a
 * reviewer decides. ANOTHERS: it is the other's. HELD: it was found to be this one's.
 */
export type ClaimState = 'DISPUTED' | 'ANOTHERS' | 'HELD';

/** A record's claim to the number its source knows it by, where that source knows two people by it. */
export interface NumberClaim {
  /** The source's own key, under which both came. */
  readonly number: string;
  readonly state: ClaimState;
  /** What the record would carry, did it hold the number. */
  readonly withheld: PersonEvidence['identifiers'];
}

/** A record, as far as its claim to a number goes. */
export type Claiming = PersonEvidence & { readonly claim?: NumberClaim | null };

/** The source's own key of a record, whatever the hub tells it from others by. */
export const keyGiven = ({ sourceKey, claim }: Pick<Claiming, 'sourceKey' | 'claim'>): string =>
  claim?.number ?? sourceKey;

/** Whether two records are known to one system by one number. */
export function underOneNumber(a: Claiming, b: Claiming, sources: RecordSources): boolean {
  return sources.systemOf(a.source) === sources.systemOf(b.source) && keyGiven(a) === keyGiven(b);
}

/** A claim to a number, and the numbers that are left to the record while it does not hold it. */
export function claimed(
  said: Pick<Claiming, 'identifiers' | 'claim'>,
  number: string,
  state: ClaimState,
): { readonly claim: NumberClaim; readonly identifiers: PersonEvidence['identifiers'] } {
  const all = [...said.identifiers, ...(said.claim?.withheld ?? [])];
  const own = all.filter(({ value }) => value === number);
  const rest = all.filter(({ value }) => value !== number);
  return state === 'HELD'
    ? { claim: { number, state, withheld: [] }, identifiers: [...rest, ...own] }
    : { claim: { number, state, withheld: own }, identifiers: rest };
}

/** What is said under a number, as it is said of one of two people who came under it; in another file, under its own key. */
export function asOf(
  { source, sourceKey, claim }: Pick<Claiming, 'source' | 'sourceKey' | 'claim'>,
  said: PersonEvidence,
): Claiming {
  if (!claim) return said;
  const named = source === said.source ? { ...said, sourceKey } : said;
  return { ...named, ...claimed(said, claim.number, claim.state) };
}
