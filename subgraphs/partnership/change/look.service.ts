import { Permit } from '../../../platform/access/permit.js';
import { Unavailable } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { type Looker, LookRepository } from './look.repository.js';

/**
 * When the caller last looked at what changed. A look begins when `changes` is asked for, and goes on as long as it is asked
 * for again within half an hour; while it does, and before another begins, the last look is the one before it.
 */
export class LookService {
  constructor(
    private readonly scope: Pick<RequestScope, 'caller' | 'writes'>,
    private readonly looks: LookRepository,
  ) {}

  /** ISO instant; null for whoever never looked before. */
  async lastSeenAt(): Promise<string | null> {
    const kept = await this.looks.kept(this.who);
    const seen = kept?.over ? kept.last : kept?.before;
    return seen ? new Date(seen).toISOString() : null;
  }

  /** Notes that the caller looks. Within a minute it is noted once: most questions write nothing. */
  async note(): Promise<void> {
    const kept = await this.looks.kept(this.who);
    if (kept && !kept.due) return;
    try {
      await this.scope.writes.unnamed(this.permit, (writing) => LookRepository.note(writing, this.who));
    } catch (error) {
      // What was read is told all the same: a look that is not noted tells too much next time, never too little.
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  /** Opens nobody: a look is a fact of the caller’s own, and of no child. */
  private get permit(): Permit {
    const about = { holder: Domain.PARTNERSHIP, about: Domain.PARTNERSHIP, tier: 'EXISTENCE' } as const;
    return Permit.forCopy(this.scope.caller, { ...about, act: 'WRITE', operation: 'look' });
  }

  private get who(): Looker {
    const { sub: subject, org: organisation, role } = this.scope.caller.claims;
    return { subject, organisation, role };
  }
}
