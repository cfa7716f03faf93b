import type { Permit } from '../../../platform/access/permit.js';
import { normaliseNhsNumber } from '../../../platform/identity-client/identifier/nhs-number.js';
import { normaliseUln } from '../../../platform/identity-client/identifier/uln.js';
import { normaliseUpn } from '../../../platform/identity-client/identifier/upn.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';

const normalise: Readonly<Record<IdentifierType, (value: string) => string>> = {
  [IdentifierType.UPN]: normaliseUpn,
  [IdentifierType.NHS_NUMBER]: normaliseNhsNumber,
  [IdentifierType.SOCIAL_CARE_ID]: (value) => value.trim(),
  [IdentifierType.ULN]: normaliseUln,
};

/**
 * A number as a child is looked up, or taken on, by it, before it is hashed: where it is of a kind that the permit is for. A
 * number of another agency's is not confirmed to anyone: the same path, towards nobody.
 */
export function lookUpKey({ facets }: Pick<Permit, 'facets'>, type: IdentifierType, value: string): string {
  return `${facets.has(type) ? type : 'NOBODY'}|${normalise[type](value)}`;
}
