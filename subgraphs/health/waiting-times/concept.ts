import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { waitingTimesCube } from './waiting-times.cube.js';
import { WaitingTimesResolver } from './waiting-times.resolver.js';

/** How long children wait, as figures of groups. */
export const waitingTimes: Concept<HealthServices> = {
  cubes: [waitingTimesCube],
  resolvers: [WaitingTimesResolver],
};
