import { feed, type Feeding } from '../../../platform/record/feed.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { toWorker } from '../allocation/worker.mapper.js';
import type { DeathRepository, StoredDeath } from '../death/death.repository.js';
import { involvementOn } from '../involvement/involvement.js';
import type { InvolvementRepository, StoredInvolvement } from '../involvement/involvement.repository.js';
import { toInterval } from '../involvement/status-interval.mapper.js';
import type { SocialCareDeath } from './death-feed.type.js';
import type { SocialCareStatusHistory } from './status-feed.type.js';
import type { SocialCareTeam } from './team-feed.type.js';

/** Of the rows as they are recorded: a feed does not end with a life. */
const recorded = null;

/** The audited internal feeds of social care's facts: for system callers alone, by key. */
export class FeedService {
  readonly teams: (children: readonly string[]) => Promise<SocialCareTeam[]>;
  readonly statuses: (children: readonly string[]) => Promise<SocialCareStatusHistory[]>;
  private readonly deathsOfEach: (children: readonly string[]) => Promise<SocialCareDeath[][]>;

  constructor(scope: RequestScope, involvements: InvolvementRepository, held: DeathRepository) {
    const { today } = scope;
    const under = (operation: string) => ({ holder: Domain.SOCIAL_CARE, tier: 'T3', operation }) as const;
    const read: Feeding<StoredInvolvement, never>['read'] = (permit, ids) => involvements.ofChildren(permit, ids);
    this.teams = feed(scope, {
      ...{ ...under('team-feed'), read },
      answer: (rows, childId, asAt) => {
        const { allocation } = involvementOn(rows, recorded, today);
        return { childId, members: allocation ? [toWorker(allocation, asAt)] : [] };
      },
    });
    this.statuses = feed(scope, {
      ...{ ...under('status-feed'), read },
      answer: (rows, childId) => {
        const { spans, allocation } = involvementOn(rows, recorded, today);
        return { childId, intervals: spans.map(toInterval), socialWorkTeam: allocation?.team ?? null };
      },
    });
    this.deathsOfEach = feed(scope, {
      ...under('death-feed'),
      read: (permit, ids) => held.ofChildren(permit, ids),
      answer: (rows: readonly StoredDeath[]) => rows.map(({ recordId, diedOn }) => ({ recordId, diedOn })),
    });
  }

  /** One answer for each record of the children: whose a death is, a link does not change. */
  async deaths(children: readonly string[]): Promise<SocialCareDeath[]> {
    const told = (await this.deathsOfEach(children)).flat();
    return [...new Map(told.map((one) => [one.recordId, one])).values()];
  }
}
