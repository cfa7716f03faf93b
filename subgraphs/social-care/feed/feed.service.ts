import { Permit } from '../../../platform/access/permit.js';
import { Refused } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { toWorker } from '../allocation/worker.mapper.js';
import { socialCarePolicy } from '../child/social-care.policy.js';
import { type Involvement, involvementsOn } from '../involvement/involvement.js';
import type { InvolvementRepository } from '../involvement/involvement.repository.js';
import { toInterval } from '../involvement/status-interval.mapper.js';
import type { SocialCareStatusHistory } from './status-feed.type.js';
import type { SocialCareTeam } from './team-feed.type.js';

/** The audited internal feeds of social care's facts: for system callers alone, by key. */
export class FeedService {
  constructor(
    private readonly scope: RequestScope,
    private readonly involvements: InvolvementRepository,
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

  private async fetch(operation: string, children: readonly string[]): Promise<Map<string, Involvement>> {
    const { caller, today } = this.scope;
    // A person's permit goes by the rules, which know no feeds.
    if (caller.operations === null) throw new Refused('This feed is for the hub’s own systems.');
    const permit = Permit.for(caller, socialCarePolicy, { tier: 'T3', operation });
    const { rows } = await this.involvements.ofChildren(permit, children);
    return involvementsOn(rows, today);
  }
}
