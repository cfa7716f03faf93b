import { Permit } from '../../../platform/access/permit.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { toWorker } from '../allocation/worker.mapper.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { DeathRepository } from '../death/death.repository.js';
import { type Involvement, involvementsOn } from '../involvement/involvement.js';
import type { InvolvementRepository } from '../involvement/involvement.repository.js';
import { toInterval } from '../involvement/status-interval.mapper.js';
import type { SocialCareDeath } from './death-feed.type.js';
import type { SocialCareStatusHistory } from './status-feed.type.js';
import type { SocialCareTeam } from './team-feed.type.js';

/**
 * Feeds tell what the rows say, whether or not the child has died: who keeps a copy reads it until the day of death, as
 * the owner reads the rows, so that a date that is taken back leaves no copy to put right.
 */
const asRecorded = new Map<string, never>();

/** The audited internal feeds of social care's facts: for system callers alone, by key. */
export class FeedService {
  constructor(
    private readonly scope: RequestScope,
    private readonly involvements: InvolvementRepository,
    private readonly held: DeathRepository,
  ) {}

  async teams(children: readonly string[]): Promise<SocialCareTeam[]> {
    const [found, { asAt }] = await Promise.all([this.fetch('team-feed', children), this.scope.sources()]);
    return children.map((childId) => {
      const allocation = found.get(childId)?.allocation;
      return { childId, members: allocation ? [toWorker(allocation, asAt)] : [] };
    });
  }

  async statuses(children: readonly string[]): Promise<SocialCareStatusHistory[]> {
    const found = await this.fetch('status-feed', children);
    return children.map((childId) => ({
      childId,
      intervals: (found.get(childId)?.spans ?? []).map(toInterval),
      socialWorkTeam: found.get(childId)?.allocation?.team ?? null,
    }));
  }

  /** One answer for each record of the children: whose a death is, a link does not change. */
  async deaths(children: readonly string[]): Promise<SocialCareDeath[]> {
    const { rows } = await this.held.ofChildren(this.permit('death-feed'), children);
    const byRecord = new Map(rows.map(({ recordId, diedOn }) => [recordId, { recordId, diedOn }]));
    return [...byRecord.values()];
  }

  private async fetch(operation: string, children: readonly string[]): Promise<Map<string, Involvement>> {
    const { rows } = await this.involvements.ofChildren(this.permit(operation), children);
    return involvementsOn(rows, asRecorded, this.scope.today);
  }

  private permit(operation: string): Permit {
    const { caller } = this.scope;
    return Permit.forSystem(caller, { holder: Domain.SOCIAL_CARE, tier: 'T3', operation });
  }
}
