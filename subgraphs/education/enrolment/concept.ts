import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { EnrolmentRow } from './enrolment.row.js';
import { EnrolmentFeedResolver } from './feed/enrolment-feed.resolver.js';
import { TeamFeedResolver } from './feed/team-feed.resolver.js';
import { linkedRolls } from './linked-rolls.js';
import { schoolCensusSource } from './source/source.js';

/** On which rolls a child is and was, and the special educational provision each shows. */
export const enrolment: Concept<EducationServices> = {
  rows: [EnrolmentRow],
  bases: ['SCHOOL_ROLL'],
  resolvers: [TeamFeedResolver, EnrolmentFeedResolver],
  ingest: () => [schoolCensusSource],
  consumers: [linkedRolls],
};
