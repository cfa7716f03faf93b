import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { SuspensionFiguresResolver } from './suspension-figures.resolver.js';
import { suspensionsCube } from './suspensions.cube.js';

/** How many pupils are suspended and excluded, how often and for how long, as figures of groups. */
export const suspensionFigures: Concept<EducationServices> = {
  cubes: [suspensionsCube],
  resolvers: [SuspensionFiguresResolver],
};
