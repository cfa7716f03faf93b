import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { CarePlanRow } from './care-plan.row.js';

/** The plan by which a child is helped. */
export const plan: Concept<SocialCareServices> = {
  rows: [CarePlanRow],
};
