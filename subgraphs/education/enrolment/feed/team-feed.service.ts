import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { Organisation } from '../../../../platform/vocabulary/organisation.js';
import type { TeamMember } from '../../../../platform/vocabulary/team-member.js';
import type { EnrolmentRepository } from '../enrolment.repository.js';
import { oneRoll } from '../one-roll.js';
import { isCurrent, type StoredEnrolment } from '../stored-enrolment.js';
import { toSchool } from '../../school/school.mapper.js';
import type { EducationTeam } from './team-feed.type.js';

const mainStatuses = ['CURRENT', 'CURRENT_MAIN'];

/** The audited internal feed of which schools work with a child: for system callers alone, by key. */
export class TeamFeedService {
  readonly of: (children: readonly string[]) => Promise<EducationTeam[]>;

  constructor(scope: RequestScope, enrolments: EnrolmentRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'team-feed' },
      read: (permit, ids) => enrolments.ofChildren(permit, ids),
      answer: (rows, childId, asAt) => {
        const rolls = oneRoll(rows).filter((roll) => roll.status !== 'UNKNOWN' && isCurrent(roll, scope.today));
        return { childId, members: rolls.map((roll) => memberOf(roll, asAt)), councils: rolls.flatMap(councilOf) };
      },
    });
  }
}

/** No other source of the hub's says what a council is called. */
function councilOf({ school }: StoredEnrolment): Organisation[] {
  const { localAuthorityCode: id, localAuthorityName: name } = school;
  return id === null ? [] : [{ id, name, kind: 'council' }];
}

function memberOf({ school, status, from }: StoredEnrolment, asAt: string | null): TeamMember {
  const { urn, name } = toSchool(school);
  return {
    name,
    role: 'School (SENCO)',
    organisation: { id: urn, name, kind: 'school' },
    lead: mainStatuses.includes(status),
    since: from,
    contact: null,
    domain: Domain.EDUCATION,
    asAt,
  };
}
