import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import type { HeldRecord } from '../identity/held-record.js';
import { claimed, type ClaimState, underOneNumber } from '../identity/number-claim.js';

const inState = (record: HeldRecord, state: ClaimState): boolean =>
  record.deletedOn === null && record.claim?.state === state;

const withClaim = <Stored extends HeldRecord>(record: Stored, state: ClaimState): Stored => ({
  ...record,
  ...claimed(record, record.claim?.number ?? record.sourceKey, state),
});

/** What a reviewer said of a record: which of the ids it was asked about are one child from now on. */
export interface Said {
  /** The record's own id. */
  readonly childId: string;
  /** Said to be none of the others: the number it came under is not its own. */
  readonly another: boolean;
  /** Every child there is now, by its ids. */
  readonly children: readonly (readonly string[])[];
}

/**
 * Who holds a number that two people came under, once a person has said whose a record is: a record that is none of the
 * others does not, and where all who still lay claim to it are one child, that child does. Only those that change.
 */
export function claimsAfter<Stored extends HeldRecord>(
  records: readonly Stored[],
  { childId, another, children }: Said,
  sources: RecordSources,
): Stored[] {
  const own = children.find((ids) => ids.includes(childId)) ?? [childId];
  const mine = records.filter((record) => own.includes(record.childId) && inState(record, 'DISPUTED'));
  const disputed = records.filter(
    (record) => inState(record, 'DISPUTED') && mine.some((one) => underOneNumber(one, record, sources)),
  );
  const left = another ? disputed.filter((record) => !own.includes(record.childId)) : disputed;
  const childOf = (id: string): number => children.findIndex((ids) => ids.includes(id));
  const settled = new Set(left.map((record) => childOf(record.childId))).size === 1;
  const lost = another ? mine.map((record) => withClaim(record, 'ANOTHERS')) : [];
  return [...lost, ...(settled ? left.map((record) => withClaim(record, 'HELD')) : [])];
}

/** Of records that were one child's and are parted: whoever leaves leaves the number that both came under. */
export function claimsLeft<Stored extends HeldRecord>(
  records: readonly Stored[],
  leaving: ReadonlySet<string>,
  sources: RecordSources,
): Stored[] {
  const staying = records.filter(({ childId, deletedOn }) => !leaving.has(childId) && deletedOn === null);
  return records
    .filter((record) => leaving.has(record.childId) && inState(record, 'HELD'))
    .filter((record) => staying.some((other) => other.claim && underOneNumber(record, other, sources)))
    .map((record) => withClaim(record, 'ANOTHERS'));
}
