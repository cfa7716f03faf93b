import { childStub } from '../../../platform/subgraph/child-stub.js';
import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { ChildResolver } from './child.resolver.js';
import { Child } from './child.type.js';
import { VirtualSchoolRecordResolver } from './virtual-school-record.resolver.js';

/** What the virtual school adds to a child. */
export const child: Concept<VirtualSchoolServices> = {
  resolvers: [ChildResolver, VirtualSchoolRecordResolver],
  orphanedTypes: [Child],
  references: { Child: childStub },
};
