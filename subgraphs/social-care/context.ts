import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { SocialCareService } from './child/social-care.service.js';
import { DeathRepository } from './death/death.repository.js';
import { FeedService } from './feed/feed.service.js';
import { InvolvementRepository } from './involvement/involvement.repository.js';
import { SocialWorkerPresenceRepository } from './involvement/social-worker-presence.repository.js';

/** The services of one request. */
export interface SocialCareServices {
  readonly socialCare: SocialCareService;
  readonly feeds: FeedService;
}

export type SocialCareContext = SubgraphContext<SocialCareServices>;

export function socialCareServices(scope: RequestScope): SocialCareServices {
  const involvements = new InvolvementRepository(scope.unit);
  return {
    socialCare: new SocialCareService(scope, involvements, new SocialWorkerPresenceRepository(scope.unit)),
    feeds: new FeedService(scope, involvements, new DeathRepository(scope.unit)),
  };
}
