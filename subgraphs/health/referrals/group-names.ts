import { Defect } from '../../../platform/errors/hub-error.js';
import { ToldService } from '../waiting-list/told-service.js';
import { AGE_BANDS } from './age-band.js';
import { ReferralsDimension } from './referrals-dimension.js';

/** What is not known of a referral. */
const UNKNOWN = 'UNKNOWN';

const byAge: string = ReferralsDimension.AGE;

/** The order in which groups are told, where their names alone do not say it. */
const inOrder: Readonly<Record<string, readonly string[]>> = {
  [ReferralsDimension.SERVICE]: Object.values(ToldService),
  [ReferralsDimension.AGE]: AGE_BANDS,
};

/** A value of a dimension as it is told, of what the cube calls it: a band by its place from 1, and '' what is not known. */
export function writtenName(dimension: string, value: string): string {
  if (value === '') return UNKNOWN;
  if (dimension !== byAge) return value;
  const band = AGE_BANDS[Number(value) - 1];
  if (band === undefined) throw new Defect('An age stands in no band.');
  return band;
}

/** Groups as they are published, or by name; what is not known comes last. */
export function compareKeys(by: readonly string[], one: readonly string[], other: readonly string[]): number {
  for (const [at, dimension] of by.entries()) {
    const apart = compareNames(inOrder[dimension] ?? [], one[at] ?? '', other[at] ?? '');
    if (apart !== 0) return apart;
  }
  return 0;
}

function compareNames(names: readonly string[], one: string, other: string): number {
  const placeOf = (name: string): number => (name === UNKNOWN ? names.length : names.indexOf(name));
  const apart = placeOf(one) - placeOf(other);
  if (apart !== 0) return apart;
  return one < other ? -1 : Number(one > other);
}
