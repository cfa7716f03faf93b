import { hasDied, withinLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { Cohort } from './cohort.js';
import { cohortsOf, presentAlone } from './cohorts-of.js';
import type { FollowedInterval } from './duty.js';
import type { KeptInterval, KeptIntervalRepository } from './kept-interval.repository.js';

/** How much of a copy its owner shares with the caller, whatever is held. */
export type CopyShared = 'WHOLE' | 'PART' | 'NOT';

/** What the caller may see of the statuses a child of the duty held. */
export interface SeenIntervals {
  /** All of them while the child lived, or what narrower sharing leaves. */
  readonly intervals: readonly FollowedInterval[];
  readonly shared: CopyShared;
  readonly diedOn: string | null;
}

/** The cohorts of children, from the copy of social care's facts: shown as social care itself would show them. */
export class CohortService {
  private readonly byChild: RecordReader<KeptInterval, SeenIntervals>;

  constructor(
    private readonly scope: RequestScope,
    kept: KeptIntervalRepository,
  ) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.forCopy(scope.caller, {
        holder: Domain.VIRTUAL_SCHOOL,
        about: Domain.SOCIAL_CARE,
        tier: 'T3',
        operation: 'child.virtualSchool',
      }),
      read: (permit, ids) => kept.ofChildren(permit, ids),
      tell: (seen) => this.narrow(seen),
      untold: { intervals: [], shared: 'NOT', diedOn: null },
    });
  }

  seen(childId: string): Promise<SeenIntervals> {
    return this.byChild.of(childId);
  }

  /** Those of today: none for a child who died. */
  async cohorts(childId: string): Promise<Cohort[]> {
    const { intervals, diedOn } = await this.seen(childId);
    return hasDied(diedOn, this.scope.today) ? [] : cohortsOf(intervals, this.scope.today);
  }

  private narrow(seen: Seen<KeptInterval>): SeenIntervals {
    const { today } = this.scope;
    const { diedOn } = seen;
    const present = (held: readonly KeptInterval[]): SeenIntervals => ({
      intervals: presentAlone(withinLife(held, diedOn), today),
      shared: 'PART',
      diedOn,
    });
    switch (seen.outcome) {
      case 'FULL':
        if (!seen.facets.has('HISTORY')) return present(seen.rows);
        return { intervals: withinLife(seen.rows, diedOn), shared: 'WHOLE', diedOn };
      case 'REDACTED':
        return present(seen.toRedact);
      case 'EXISTENCE_ONLY':
        return { intervals: [], shared: 'PART', diedOn };
    }
  }
}
