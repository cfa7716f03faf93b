import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { cohortFeed } from './cohort-feed.js';
import { dutyBases } from './duties.js';

/** What the duty needs of social care’s and education’s facts: both copies are brought up to date together. */
export const keptCopies: Concept<VirtualSchoolServices> = {
  bases: dutyBases,
  consumers: [cohortFeed],
};
