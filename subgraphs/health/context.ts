import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { AttentionFeedRepository } from './attention/feed/attention-feed.repository.js';
import { AttentionFeedService } from './attention/feed/attention-feed.service.js';
import { ChangeFeedRepository } from './change/feed/change-feed.repository.js';
import { ChangeFeedService } from './change/feed/change-feed.service.js';
import { ReferralsService } from './referrals/referrals.service.js';
import { ConflictService } from './waiting-list/conflict/conflict.service.js';
import { EntryConflictRepository } from './waiting-list/conflict/entry-conflict.repository.js';
import { SettleConflictService } from './waiting-list/conflict/settle-conflict.service.js';
import { NoticeFeedRepository } from './waiting-list/feed/notice-feed.repository.js';
import { NoticeFeedService } from './waiting-list/feed/notice-feed.service.js';
import { TeamFeedRepository } from './waiting-list/feed/team-feed.repository.js';
import { TeamFeedService } from './waiting-list/feed/team-feed.service.js';
import { ListedEntriesRepository } from './waiting-list/listing/listed-entries.repository.js';
import { ListingService } from './waiting-list/listing/listing.service.js';
import { EntryWrites } from './waiting-list/entry-writes.js';
import { ReferService } from './waiting-list/refer.service.js';
import { ReferrerToldService } from './waiting-list/referrer-told.service.js';
import { RiskConsideredService } from './waiting-list/risk-considered.service.js';
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
  readonly referrerTold: ReferrerToldService;
  readonly riskConsidered: RiskConsideredService;
  readonly referring: ReferService;
  readonly teamFeed: TeamFeedService;
  readonly noticeFeed: NoticeFeedService;
  readonly attentionFeed: AttentionFeedService;
  readonly changeFeed: ChangeFeedService;
  readonly listing: ListingService;
  readonly waitingTimes: WaitingTimesService;
  readonly referrals: ReferralsService;
}

export type HealthContext = SubgraphContext<HealthServices>;

export function healthServices(scope: RequestScope): HealthServices {
  const entries = new WaitingListEntryRepository(scope.unit);
  const conflicts = new EntryConflictRepository(scope.unit);
  const waitingLists = new WaitingListService(scope, entries);
  const writes = new EntryWrites(scope, entries);
  return {
    waitingLists,
    listing: new ListingService(scope, new ListedEntriesRepository(scope.unit), waitingLists),
    updates: new UpdateEntryService(scope, entries, writes),
    referrerTold: new ReferrerToldService(scope, entries, writes),
    riskConsidered: new RiskConsideredService(scope, entries, writes),
    referring: new ReferService(scope, entries),
    conflicts: new ConflictService(scope, conflicts),
    settlements: new SettleConflictService(scope, conflicts, entries),
    teamFeed: new TeamFeedService(scope, new TeamFeedRepository(scope.unit)),
    changeFeed: new ChangeFeedService(scope, new ChangeFeedRepository(scope.unit)),
    attentionFeed: new AttentionFeedService(scope, new AttentionFeedRepository(scope.unit)),
    noticeFeed: new NoticeFeedService(scope, new NoticeFeedRepository(scope.unit)),
    waitingTimes: new WaitingTimesService(scope),
    referrals: new ReferralsService(scope),
  };
}
