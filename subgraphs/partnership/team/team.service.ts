import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { type Batch, batch } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { StoredMember, TeamFactRepository } from './team-fact.repository.js';
import { toMember } from './team.mapper.js';
import { teamSources } from './team-source.js';

/** Who works with a child: of each domain, as far as that domain's own rules show it. */
export class TeamService {
  private readonly byChild: Batch<TeamMember[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly facts: TeamFactRepository,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => [],
    );
  }

  ofChild(childId: string): Promise<TeamMember[]> {
    return this.byChild.load(childId);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, TeamMember[]>> {
    const permits = teamSources.map(({ domain, tier }) =>
      Permit.forCopy(this.scope.caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation: 'child.team' }),
    );
    const copies = [...(await this.facts.ofChildren(permits, ids.filter(isSurrogateId))).values()];
    return new Map(ids.map((id) => [id, this.together(copies.flatMap((seen) => seen.get(id) ?? []))]));
  }

  /** One team of all that the domains tell of a child: leads first, each domain's members in its own order. */
  private together(seen: readonly Seen<StoredMember>[]): TeamMember[] {
    if (seen.some(({ diedOn }) => hasDied(diedOn, this.scope.today))) return [];
    // Part of a domain's record is not enough to name who keeps it.
    const members = seen.flatMap((one) => wholeOrNothing(one).map(toMember));
    return [...members.filter(({ lead }) => lead), ...members.filter(({ lead }) => !lead)];
  }
}
