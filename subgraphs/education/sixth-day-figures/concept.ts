import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { SixthDayFiguresResolver } from './sixth-day-figures.resolver.js';
import { sixthDaysCube } from './sixth-days.cube.js';

/** How often provision was owed from the sixth day of suspension or exclusion, and whether it came in time, as figures. */
export const sixthDayFigures: Concept<EducationServices> = {
  cubes: [sixthDaysCube],
  resolvers: [SixthDayFiguresResolver],
};
