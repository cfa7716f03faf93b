import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { TeamFactRepository } from './team-fact.repository.js';
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

  /** Begins to fetch what will be asked for; whether it may be shown is decided when it is. */
  foresee(childId: string): void {
    this.byChild.load(childId).catch(() => undefined);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, TeamMember[]>> {
    const permits = teamSources.map(({ domain, tier }) =>
      Permit.forCopy(this.scope.caller, { holder: Domain.PARTNERSHIP, about: domain, tier, operation: 'child.team' }),
    );
    const opened = await this.facts.ofChildren(permits, ids.filter(isSurrogateId));
    const dead = new Set(
      opened.flatMap(({ verdicts }) =>
        [...verdicts].filter(([, { diedOn }]) => hasDied(diedOn, this.scope.today)).map(([id]) => id),
      ),
    );
    // Part of a domain's record is not enough to name who keeps it.
    const full = new Set(
      opened.flatMap(({ verdicts }, at) =>
        [...verdicts]
          .filter(([, { outcome }]) => outcome === 'FULL')
          .map(([id]) => `${teamSources[at]?.domain ?? ''} ${id}`),
      ),
    );
    const shown = opened
      .flatMap(({ rows }) => rows)
      .filter(({ domain, childId }) => full.has(`${domain} ${childId}`) && !dead.has(childId));
    return new Map([...groupBy(shown, ({ childId }) => childId)].map(([id, rows]) => [id, rows.map(toMember)]));
  }
}
