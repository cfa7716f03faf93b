import { feed, type Feeding } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { allocatedFrom } from '../../allocation/allocation.js';
import { toWorker } from '../../allocation/worker.mapper.js';
import { mergeSpans } from '../intervals.js';
import type { InvolvementRepository, StoredInvolvement } from '../involvement.repository.js';
import { toInterval } from '../status-interval.mapper.js';
import type { SocialCareStatusHistory } from './status-feed.type.js';
import type { SocialCareTeam } from './team-feed.type.js';

/** The audited internal feeds of who works with a child, and of its statuses: for system callers alone, by key. */
export class InvolvementFeedService {
  readonly teams: (children: readonly string[]) => Promise<SocialCareTeam[]>;
  readonly statuses: (children: readonly string[]) => Promise<SocialCareStatusHistory[]>;

  constructor(scope: RequestScope, involvements: InvolvementRepository) {
    const { today } = scope;
    const under = (operation: string) => ({ holder: Domain.SOCIAL_CARE, tier: 'T3', operation }) as const;
    const read: Feeding<StoredInvolvement, never>['read'] = (permit, ids) => involvements.ofChildren(permit, ids);
    this.teams = feed(scope, {
      ...{ ...under('team-feed'), read },
      answer: (rows, childId, asAt) => {
        // Days go by without a list: which of them leads, and who has ended, is for whoever reads the copy.
        const workers = allocatedFrom(
          rows.flatMap(({ allocations }) => allocations),
          today,
        );
        return { childId, members: workers.map((worker) => toWorker(worker, asAt)) };
      },
    });
    this.statuses = feed(scope, {
      ...{ ...under('status-feed'), read },
      // As they are recorded: a feed does not end with a life.
      answer: (rows, childId) => ({
        childId,
        intervals: mergeSpans(rows.flatMap(({ spans }) => spans)).map(toInterval),
      }),
    });
  }
}
