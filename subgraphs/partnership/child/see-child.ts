import type { GraphQLResolveInfo } from 'graphql';
import type { PartnershipServices } from '../context.js';
import type { Child } from './child.type.js';
import { selects } from '../../../platform/graphql/selects.js';

/** The one way to a child, whichever field or reference leads there: null where absent or not to be seen. */
export function seeChild(
  services: PartnershipServices,
  id: string,
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): Promise<Child | null> {
  // Asked for in the same turn, these share the child's transaction.
  if (selects(info, 'team')) services.team.foresee(id);
  if (selects(info, 'access')) services.explanations.foresee(id);
  if (selects(info, 'sourceRecords')) services.reviews.foreseeRecords(id);
  if (selects(info, 'recordsVersion')) services.reviews.foreseeVersion(id);
  return services.children.child(id);
}
