import { childStub } from '../../../platform/subgraph/child-stub.js';
import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { ChildResolver } from './child.resolver.js';

/** What health adds to a child. */
export const child: Concept<HealthServices> = {
  resolvers: [ChildResolver],
  references: { Child: childStub },
};
