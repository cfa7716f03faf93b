import { childStub } from '../../../platform/subgraph/child-stub.js';
import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { ChildResolver } from './child.resolver.js';
import { Child } from './child.type.js';
import { socialCarePolicy } from './social-care.policy.js';

/** What social care adds to a child, and who may see it. */
export const child: Concept<SocialCareServices> = {
  policies: [socialCarePolicy],
  resolvers: [ChildResolver],
  orphanedTypes: [Child],
  references: { Child: childStub },
};
