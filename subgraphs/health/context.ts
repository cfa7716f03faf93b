import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { ConflictService } from './waiting-list/conflict/conflict.service.js';
import { EntryConflictRepository } from './waiting-list/conflict/entry-conflict.repository.js';
import { SettleConflictService } from './waiting-list/conflict/settle-conflict.service.js';
import { TeamFeedRepository } from './waiting-list/feed/team-feed.repository.js';
import { TeamFeedService } from './waiting-list/feed/team-feed.service.js';
import { UpdateEntryService } from './waiting-list/update-entry.service.js';
import { WaitingListEntryRepository } from './waiting-list/waiting-list-entry.repository.js';
import { WaitingListService } from './waiting-list/waiting-list.service.js';
import { WaitingTimesService } from './waiting-times/waiting-times.service.js';

/** The services of one request. */
export interface HealthServices {
  readonly waitingLists: WaitingListService;
  readonly updates: UpdateEntryService;
  readonly conflicts: ConflictService;
  readonly settlements: SettleConflictService;
  readonly teamFeed: TeamFeedService;
  readonly waitingTimes: WaitingTimesService;
}

export type HealthContext = SubgraphContext<HealthServices>;

export function healthServices(scope: RequestScope): HealthServices {
  const entries = new WaitingListEntryRepository(scope.unit);
  const conflicts = new EntryConflictRepository(scope.unit);
  return {
    waitingLists: new WaitingListService(scope, entries),
    updates: new UpdateEntryService(scope, entries),
    conflicts: new ConflictService(scope, conflicts),
    settlements: new SettleConflictService(scope, conflicts, entries),
    teamFeed: new TeamFeedService(scope, new TeamFeedRepository(scope.unit)),
    waitingTimes: new WaitingTimesService(scope),
  };
}
