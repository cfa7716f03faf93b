import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { TeamFeedResolver } from './feed/team-feed.resolver.js';
import { KeptAllocationRow } from './kept-allocation.row.js';
import { KeptIntervalRow } from './kept-interval.row.js';

/** Which groups whose education the Virtual School Head follows a child is and was in. */
export const cohort: Concept<VirtualSchoolServices> = {
  rows: [KeptAllocationRow, KeptIntervalRow],
  resolvers: [TeamFeedResolver],
};
