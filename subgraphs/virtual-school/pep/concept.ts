import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';
import { PersonalEducationPlanRow } from './personal-education-plan.row.js';
import { pepsSource } from './source/source.js';

/** A child’s Personal Education Plan, term by term. */
export const pep: Concept<VirtualSchoolServices> = {
  rows: [PersonalEducationPlanRow],
  policies: [virtualSchoolPolicy],
  ingest: () => [pepsSource],
};
