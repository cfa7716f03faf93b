import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { School } from '../school-people/school.type.js';
import { AgendaItemRow } from './agenda-item.row.js';
import { AgendaItemChangeRow } from './agenda-item-change.row.js';
import { ChangeAgendaResolver } from './change-agenda.resolver.js';
import { ChildVoiceResolver } from './child-voice.resolver.js';
import { ChangeTeamResolver } from './change-team.resolver.js';
import { teamAroundSchoolPolicy } from './team-around-school.policy.js';
import { AgendaItemResolver, SchoolResolver, TeamAroundSchoolResolver } from './team-around-school.resolver.js';
import { TeamMemberRow } from './team-member.row.js';

/** The team around a school: who sits in it, and whom it speaks of. */
export const teamAroundSchool: Concept<PartnershipServices> = {
  rows: [AgendaItemRow, AgendaItemChangeRow, TeamMemberRow],
  policies: [teamAroundSchoolPolicy],
  bases: ['TEAM_AROUND_SCHOOL'],
  resolvers: [
    SchoolResolver,
    TeamAroundSchoolResolver,
    AgendaItemResolver,
    ChildVoiceResolver,
    ChangeAgendaResolver,
    ChangeTeamResolver,
  ],
  orphanedTypes: [School],
  references: { School: ({ urn }) => ({ urn }) },
};
