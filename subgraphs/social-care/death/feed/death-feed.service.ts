import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { DeathRepository, StoredDeath } from '../death.repository.js';
import type { SocialCareDeath } from './death-feed.type.js';

/** The audited internal feed of deaths: for system callers alone, by key. */
export class DeathFeedService {
  private readonly ofEach: (children: readonly string[]) => Promise<SocialCareDeath[][]>;

  constructor(scope: RequestScope, deaths: DeathRepository) {
    this.ofEach = feed(scope, {
      holder: Domain.SOCIAL_CARE,
      tier: 'T3',
      operation: 'death-feed',
      read: (permit, ids) => deaths.ofChildren(permit, ids),
      answer: (rows: readonly StoredDeath[]) => rows.map(({ recordId, diedOn }) => ({ recordId, diedOn })),
    });
  }

  /** One answer for each record of the children: whose a death is, a link does not change. */
  async of(children: readonly string[]): Promise<SocialCareDeath[]> {
    const told = (await this.ofEach(children)).flat();
    return [...new Map(told.map((one) => [one.recordId, one])).values()];
  }
}
