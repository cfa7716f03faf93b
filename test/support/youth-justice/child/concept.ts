import { childStub } from '../../../../platform/subgraph/child-stub.js';
import type { Concept } from '../../../../platform/subgraph/concept.js';
import type { YouthJusticeServices } from '../context.js';
import { YouthJusticeChild, YouthJusticeResolver } from './child.resolver.js';

/** What youth justice adds to a child. */
export const child: Concept<YouthJusticeServices> = {
  resolvers: [YouthJusticeResolver],
  orphanedTypes: [YouthJusticeChild],
  references: { Child: childStub },
};
