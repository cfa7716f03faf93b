import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { AgreedActionRepository } from './agreed-action/agreed-action.repository.js';
import { AgreedActionService } from './agreed-action/agreed-action.service.js';
import { ChangeActionService } from './agreed-action/change-action.service.js';
import { AttentionRepository } from './attention/attention.repository.js';
import { AttentionService } from './attention/attention.service.js';
import { ChangeRepository } from './change/change.repository.js';
import { ChangeService } from './change/change.service.js';
import { LookRepository } from './change/look.repository.js';
import { LookService } from './change/look.service.js';
import { ChildRepository } from './child/child.repository.js';
import { ChildService } from './child/child.service.js';
import { KnownChildService } from './child/known-child.service.js';
import { BirthFeedService } from './child/feed/birth-feed.service.js';
import { BirthRepository } from './child/feed/birth.repository.js';
import { ClaimRepository } from './claim/claim.repository.js';
import { ClaimService } from './claim/claim.service.js';
import { ExplanationRepository } from './explanation/explanation.repository.js';
import { ExplanationService } from './explanation/explanation.service.js';
import { IdentityRepository } from './identity/identity.repository.js';
import { IdentityService } from './identity/identity.service.js';
import { ConfirmMatchService } from './match-review/confirm-match.service.js';
import { MatchReviewRepository } from './match-review/match-review.repository.js';
import { MatchReviewService } from './match-review/match-review.service.js';
import { SeparateChildrenService } from './match-review/separate-children.service.js';
import { SeparationRepository } from './match-review/separation.repository.js';
import { SeparationService } from './match-review/separation.service.js';
import { SourceRecordRepository } from './match-review/source-record.repository.js';
import { MeetingPackRepository } from './meeting-pack/meeting-pack.repository.js';
import { MeetingPackService } from './meeting-pack/meeting-pack.service.js';
import { MarkNoticeService } from './notice/mark-notice.service.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NoticeService } from './notice/notice.service.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { ViewerService } from './organisation/viewer.service.js';
import { SchoolDirectoryService } from './school-people/school-directory.service.js';
import { RollService } from './roll/roll.service.js';
import { SearchService } from './search/search.service.js';
import { SourceQualityService } from './source-quality/source-quality.service.js';
import { TeamFactRepository } from './team/team-fact.repository.js';
import { TeamService } from './team/team.service.js';
import { AgendaRepository } from './team-around-school/agenda.repository.js';
import { AgendaWriting } from './team-around-school/agenda-writing.js';
import { AgendaService } from './team-around-school/agenda.service.js';
import { ChangeAgendaService } from './team-around-school/change-agenda.service.js';
import { ChildVoiceService } from './team-around-school/child-voice.service.js';
import { DecideAgendaService } from './team-around-school/decide-agenda.service.js';
import { SaidRepository } from './team-around-school/said.repository.js';
import { TeamMemberRepository } from './team-around-school/team-member.repository.js';
import { TeamMemberService } from './team-around-school/team-member.service.js';

/** The services of one request. */
export interface PartnershipServices {
  readonly children: ChildService;
  readonly searches: SearchService;
  readonly rolls: RollService;
  readonly claims: ClaimService;
  readonly identity: IdentityService;
  readonly viewer: ViewerService;
  readonly team: TeamService;
  readonly explanations: ExplanationService;
  readonly teamMembers: TeamMemberService;
  readonly directories: SchoolDirectoryService;
  readonly agendas: AgendaService;
  readonly changes: ChangeAgendaService;
  readonly decisions: DecideAgendaService;
  readonly voices: ChildVoiceService;
  readonly actions: AgreedActionService;
  readonly actionChanges: ChangeActionService;
  readonly attention: AttentionService;
  readonly recentChanges: ChangeService;
  readonly looks: LookService;
  readonly packs: MeetingPackService;
  readonly notices: NoticeService;
  readonly noticeMarks: MarkNoticeService;
  readonly reviews: MatchReviewService;
  readonly confirmations: ConfirmMatchService;
  readonly partings: SeparateChildrenService;
  readonly separations: SeparationService;
  readonly sourceQuality: SourceQualityService;
  readonly birthFeed: BirthFeedService;
}

export type PartnershipContext = SubgraphContext<PartnershipServices>;

type MatchingService = 'confirmations' | 'identity' | 'partings' | 'reviews' | 'separations';

/** Whose records these are: what finds it out, puts it together and takes it apart. */
function matchingServices(scope: RequestScope): Pick<PartnershipServices, MatchingService> {
  const identity = new IdentityRepository();
  const reviews = new MatchReviewRepository(scope.unit);
  const records = new SourceRecordRepository(scope.unit);
  return {
    identity: new IdentityService(scope, identity),
    reviews: new MatchReviewService(scope, reviews, records),
    confirmations: new ConfirmMatchService(scope, reviews, records, identity),
    partings: new SeparateChildrenService(scope, reviews, records, identity),
    separations: new SeparationService(scope, new SeparationRepository(scope.unit)),
  };
}

export function partnershipServices(scope: RequestScope): PartnershipServices {
  const agenda = new AgendaRepository(scope.unit);
  const agendaWriting = new AgendaWriting(scope, agenda);
  const actions = new AgreedActionRepository(scope.unit);
  const looks = new LookService(scope, new LookRepository(scope.lookUp));
  const notices = new NoticeRepository(scope.unit);
  const children = new ChildRepository(scope.unit);
  const known = new KnownChildService(scope, children);
  const team = new TeamService(scope, new TeamFactRepository(scope.unit));
  const agendas = new AgendaService(scope, agenda);
  return {
    ...matchingServices(scope),
    children: new ChildService(scope, children, known),
    searches: new SearchService(scope, children),
    rolls: new RollService(scope, children),
    claims: new ClaimService(scope, new ClaimRepository()),
    viewer: new ViewerService(scope, new OrganisationRepository(scope.lookUp)),
    explanations: new ExplanationService(scope, new ExplanationRepository(scope.unit), known),
    team,
    teamMembers: new TeamMemberService(scope, new TeamMemberRepository(scope.unit), team),
    directories: new SchoolDirectoryService(scope),
    agendas,
    changes: new ChangeAgendaService(agendaWriting),
    decisions: new DecideAgendaService(agendaWriting),
    voices: new ChildVoiceService(scope, new SaidRepository(scope.unit)),
    actions: new AgreedActionService(scope, actions),
    actionChanges: new ChangeActionService(scope, actions, agenda),
    attention: new AttentionService(scope, new AttentionRepository(scope.unit)),
    recentChanges: new ChangeService(scope, new ChangeRepository(scope.unit), looks),
    looks,
    packs: new MeetingPackService(scope, new MeetingPackRepository(scope.unit), agendas),
    notices: new NoticeService(scope, notices),
    noticeMarks: new MarkNoticeService(scope, notices),
    sourceQuality: new SourceQualityService(scope),
    birthFeed: new BirthFeedService(scope, new BirthRepository(scope.unit)),
  };
}
