import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { RollResolver } from './roll.resolver.js';

/** Who is on the roll of a school: what the team around it goes through by name. */
export const roll: Concept<PartnershipServices> = {
  resolvers: [RollResolver],
};
