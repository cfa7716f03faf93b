import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { ChildRepository } from './child/child.repository.js';
import { ChildService } from './child/child.service.js';
import { ExplanationRepository } from './explanation/explanation.repository.js';
import { ExplanationService } from './explanation/explanation.service.js';
import { IdentityRepository } from './identity/identity.repository.js';
import { IdentityService } from './identity/identity.service.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { ViewerService } from './organisation/viewer.service.js';
import { TeamFactRepository } from './team/team-fact.repository.js';
import { TeamService } from './team/team.service.js';
import { AgendaRepository } from './team-around-school/agenda.repository.js';
import { AgendaService } from './team-around-school/agenda.service.js';
import { ChangeAgendaService } from './team-around-school/change-agenda.service.js';
import { TeamMemberRepository } from './team-around-school/team-member.repository.js';
import { TeamMemberService } from './team-around-school/team-member.service.js';

/** The services of one request. */
export interface PartnershipServices {
  readonly children: ChildService;
  readonly identity: IdentityService;
  readonly viewer: ViewerService;
  readonly team: TeamService;
  readonly explanations: ExplanationService;
  readonly teamMembers: TeamMemberService;
  readonly agendas: AgendaService;
  readonly changes: ChangeAgendaService;
}

export type PartnershipContext = SubgraphContext<PartnershipServices>;

export function partnershipServices(scope: RequestScope): PartnershipServices {
  const agenda = new AgendaRepository(scope.unit);
  return {
    children: new ChildService(scope, new ChildRepository(scope.unit)),
    identity: new IdentityService(scope, new IdentityRepository()),
    viewer: new ViewerService(scope, new OrganisationRepository()),
    explanations: new ExplanationService(scope, new ExplanationRepository(scope.unit)),
    team: new TeamService(scope, new TeamFactRepository(scope.unit)),
    teamMembers: new TeamMemberService(scope, new TeamMemberRepository(scope.unit)),
    agendas: new AgendaService(scope, agenda),
    changes: new ChangeAgendaService(scope, agenda),
  };
}
