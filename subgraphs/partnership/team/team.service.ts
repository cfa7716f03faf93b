import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { StoredMember, TeamFactRepository } from './team-fact.repository.js';
import { teamOn } from './team-on.js';
import { toMember } from './team.mapper.js';
import { teamSources } from './team-source.js';

/** Who works with a child: of each domain, as far as that domain's own rules show it. */
export class TeamService {
  private readonly byChild: RecordReader<StoredMember, readonly TeamMember[]>;

  constructor(scope: RequestScope, facts: TeamFactRepository) {
    this.byChild = new RecordReader<StoredMember, readonly TeamMember[]>(scope, {
      permits: teamSources.map(({ domain, tier }) =>
        Permit.forCopy(scope.caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation: 'child.team' }),
      ),
      read: (permits, ids) => facts.ofChildren(permits, ids),
      tell: (seen) => teamOf(seen, scope.today),
      untold: [],
    });
  }

  async ofChild(childId: string): Promise<TeamMember[]> {
    return [...(await this.byChild.of(childId))];
  }
}

/** One team of all that the domains tell of a child. */
function teamOf(seen: readonly Seen<StoredMember>[], today: string): TeamMember[] {
  if (seen.some(({ diedOn }) => hasDied(diedOn, today))) return [];
  // Part of a domain's record is not enough to name who keeps it.
  return teamOn(seen.flatMap(wholeOrNothing), today).map(toMember);
}
