import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { AllocationFeedRepository } from './allocation/feed/allocation-feed.repository.js';
import { AllocationFeedService } from './allocation/feed/allocation-feed.service.js';
import { AttentionFeedService } from './attention/feed/attention-feed.service.js';
import { ChangeFeedRepository } from './change/feed/change-feed.repository.js';
import { ChangeFeedService } from './change/feed/change-feed.service.js';
import { SocialCareService } from './child/social-care.service.js';
import { DeathFeedService } from './death/feed/death-feed.service.js';
import { DeathRepository } from './death/death.repository.js';
import { InvolvementFeedService } from './involvement/feed/involvement-feed.service.js';
import { NoticeFeedRepository } from './involvement/feed/notice-feed.repository.js';
import { NoticeFeedService } from './involvement/feed/notice-feed.service.js';
import { InvolvementRepository } from './involvement/involvement.repository.js';
import { SocialWorkerPresenceRepository } from './involvement/social-worker-presence.repository.js';

/** The services of one request. */
export interface SocialCareServices {
  readonly socialCare: SocialCareService;
  readonly involvementFeed: InvolvementFeedService;
  readonly deathFeed: DeathFeedService;
  readonly allocationFeed: AllocationFeedService;
  readonly noticeFeed: NoticeFeedService;
  readonly attentionFeed: AttentionFeedService;
  readonly changeFeed: ChangeFeedService;
}

export type SocialCareContext = SubgraphContext<SocialCareServices>;

export function socialCareServices(scope: RequestScope): SocialCareServices {
  const involvements = new InvolvementRepository(scope.unit);
  return {
    socialCare: new SocialCareService(scope, involvements, new SocialWorkerPresenceRepository(scope.unit)),
    involvementFeed: new InvolvementFeedService(scope, involvements),
    deathFeed: new DeathFeedService(scope, new DeathRepository(scope.unit)),
    allocationFeed: new AllocationFeedService(scope, new AllocationFeedRepository(scope.unit)),
    changeFeed: new ChangeFeedService(scope, new ChangeFeedRepository(scope.unit)),
    attentionFeed: new AttentionFeedService(scope, involvements),
    noticeFeed: new NoticeFeedService(scope, new NoticeFeedRepository(scope.unit)),
  };
}
