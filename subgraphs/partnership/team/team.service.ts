import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { StoredMember, TeamFactRepository } from './team-fact.repository.js';
import { professionalsAmong } from './professionals.js';
import { teamOn } from './team-on.js';
import { toMember, withPosts } from './team.mapper.js';
import { teamSources } from './team-source.js';

/** Who works with a child: of each domain, as far as that domain's own rules show it. */
export class TeamService {
  private readonly byChild: RecordReader<StoredMember, readonly TeamMember[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly facts: TeamFactRepository,
  ) {
    this.byChild = new RecordReader<StoredMember, readonly TeamMember[]>(scope, {
      permits: this.permits('child.team'),
      read: (permits, ids) => facts.ofChildren(permits, ids),
      tell: (seen) => teamOf(seen, scope.today),
      untold: [],
    });
  }

  async ofChild(childId: string): Promise<TeamMember[]> {
    return [...(await this.byChild.of(childId))];
  }

  /**
   * Who of the domains works with children on a school's roll, as far as the caller may see it of any of them: whom nobody shows
   * the caller is not among them, and nor is how many children they work with.
   */
  async ofSchool(urn: string): Promise<TeamMember[]> {
    const { today } = this.scope;
    const seen = await this.facts.ofSchool(this.permits('teamAroundSchool.members'), urn, today);
    const told = [...seen.values()].flatMap((ofDomain) => [...ofDomain.values()]);
    const living = told.filter(({ diedOn }) => !hasDied(diedOn, today));
    return professionalsAmong(living.flatMap(wholeOrNothing).map(toMember));
  }

  private permits(operation: string): Permit[] {
    const { caller } = this.scope;
    return teamSources.map(({ domain, tier }) =>
      Permit.forCopy(caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation }),
    );
  }
}

/** One team of all that the domains tell of a child. */
function teamOf(seen: readonly Seen<StoredMember>[], today: string): TeamMember[] {
  if (seen.some(({ diedOn }) => hasDied(diedOn, today))) return [];
  // Part of a domain's record is not enough to name who keeps it.
  return teamOn(seen.flatMap(wholeOrNothing).flatMap(withPosts), today);
}
