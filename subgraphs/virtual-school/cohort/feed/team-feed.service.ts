import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../../platform/vocabulary/team-member.js';
import { presentAlone } from '../cohorts-of.js';
import { dutySince } from '../duty.js';
import type { KeptInterval, KeptIntervalRepository } from '../kept-interval.repository.js';
import type { VirtualSchoolTeam } from './team-feed.type.js';

/** The audited internal feed of which children the virtual school works with: for system callers alone, by key. */
export class TeamFeedService {
  readonly of: (children: readonly string[]) => Promise<VirtualSchoolTeam[]>;

  constructor(scope: RequestScope, kept: KeptIntervalRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.VIRTUAL_SCHOOL, about: Domain.SOCIAL_CARE, tier: 'T3', operation: 'team-feed' },
      read: (permit, ids) => kept.ofChildren(permit, ids),
      answer: (rows, childId, asAt) => ({ childId, members: membersOf(rows, scope.today, asAt) }),
    });
  }
}

/** Of today's plans and care alone: that a child once had a social worker, or left care, is not for a whole team. */
function membersOf(held: readonly KeptInterval[], today: string, asAt: string | null): TeamMember[] {
  const since = dutySince(presentAlone(held, today));
  if (since === null) return [];
  const member = {
    name: 'Virtual school',
    role: 'Promotes the child’s education',
    organisation: { id: councilCode, name: null, kind: 'council' },
    lead: false,
    since,
    contact: null,
    domain: Domain.VIRTUAL_SCHOOL,
    asAt,
  };
  return [member];
}
