import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { cohortSuspensionsCube } from './cohort-suspensions.cube.js';
import { CohortSuspensionsResolver } from './cohort-suspensions.resolver.js';

/** How many children of each cohort are suspended and excluded, how often and for how long, as figures. */
export const cohortSuspensions: Concept<VirtualSchoolServices> = {
  cubes: [cohortSuspensionsCube],
  resolvers: [CohortSuspensionsResolver],
};
