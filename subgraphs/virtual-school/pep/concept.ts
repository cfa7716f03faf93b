import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';
import { pepComplianceCube } from './compliance/pep-compliance.cube.js';
import { PepComplianceResolver } from './compliance/pep-compliance.resolver.js';
import { pepDutyFeed } from './duty/pep-duty-feed.js';
import { onceLookedAfterBases } from './duty/once-looked-after.js';
import { PepToMakeRow } from './duty/pep-to-make.row.js';
import { PersonalEducationPlanRow } from './personal-education-plan.row.js';
import { pepsSource } from './source/source.js';

/** A child’s Personal Education Plan, term by term. */
export const pep: Concept<VirtualSchoolServices> = {
  rows: [PersonalEducationPlanRow, PepToMakeRow],
  policies: [virtualSchoolPolicy],
  bases: onceLookedAfterBases,
  ingest: () => [pepsSource],
  cubes: [pepComplianceCube],
  resolvers: [PepComplianceResolver],
  consumers: [pepDutyFeed],
};
