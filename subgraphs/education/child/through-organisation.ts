import { rulesFor } from '../../../platform/access/decide.js';
import { granteeOf, type Policy, type Tier } from '../../../platform/access/rule.js';
import type { Caller } from '../../../platform/auth/door.js';

/**
 * Through whom a list goes: the caller's organisation, where that is what the list's own sentences name. A roll is no agenda of a
 * team at the school, though the policy of each record opens that as well.
 */
export function throughOrganisation({ claims }: Caller, list: Policy, tier: Tier): { readonly grantee?: string } {
  const bases = rulesFor(list, claims, tier, 'READ').flatMap(({ through }) => through);
  const ofOrganisation = bases.every((basis) => granteeOf[basis].grantee_shape.startsWith('^org:'));
  return ofOrganisation ? { grantee: `org:${claims.org}` } : {};
}
