import type { GraphQLResolveInfo } from 'graphql';
import { askAlongside } from '../../../platform/record/ask-alongside.js';
import type { PartnershipServices } from '../context.js';
import type { Child } from './child.type.js';

/** The one way to a child, whichever field or reference leads there: null where absent or not to be seen. */
export function seeChild(
  { children, team, explanations, reviews, voices, actions }: PartnershipServices,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Child | null> {
  return children.child(id, () =>
    askAlongside(info, 'Child', {
      team: () => team.ofChild(id),
      access: () => explanations.ofChild(id),
      voices: () => voices.ofChild(id),
      actions: () => actions.ofChild(id, null),
      sourceRecords: () => reviews.sourceRecords(id),
      recordsVersion: () => reviews.recordsVersion(id),
    }),
  );
}
