import { childStub } from '../../../platform/subgraph/child-stub.js';
import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { ChildResolver } from './child.resolver.js';
import { Child } from './child.type.js';
import { EducationRecordResolver } from './education-record.resolver.js';
import { educationPolicy } from './education.policy.js';

/** What education adds to a child, and who may see it. */
export const child: Concept<EducationServices> = {
  policies: [educationPolicy],
  resolvers: [ChildResolver, EducationRecordResolver],
  orphanedTypes: [Child],
  references: { Child: childStub },
};
