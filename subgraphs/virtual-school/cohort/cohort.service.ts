import { hasDied, withinLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { HeldAllocation } from './cohort-intervals.js';
import type { Cohort } from './cohort.js';
import { allocatedNow, cohortsOf, presentAlone, presentCohorts } from './cohorts-of.js';
import type { FollowedInterval } from './duty.js';
import type { KeptAllocation, KeptAllocationRepository } from './kept-allocation.repository.js';
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

/** The cohorts of children, from the copies of social care's facts: shown as social care itself would show them. */
export class CohortService {
  private readonly byChild: RecordReader<KeptInterval, SeenIntervals>;
  private readonly workers: RecordReader<KeptAllocation, readonly HeldAllocation[]>;

  constructor(
    private readonly scope: RequestScope,
    kept: KeptIntervalRepository,
    allocations: KeptAllocationRepository,
  ) {
    const permit = Permit.forCopy(scope.caller, {
      holder: Domain.VIRTUAL_SCHOOL,
      about: Domain.SOCIAL_CARE,
      tier: 'T3',
      operation: 'child.virtualSchool',
    });
    this.byChild = new RecordReader(scope, {
      permit,
      read: (asked, ids) => kept.ofChildren(asked, ids),
      tell: (seen) => this.narrow(seen),
      untold: { intervals: [], shared: 'NOT', diedOn: null },
    });
    this.workers = new RecordReader(scope, {
      permit,
      read: (asked, ids) => allocations.ofChildren(asked, ids),
      tell: (seen) => workersOf(seen, scope.today),
      untold: [],
    });
  }

  seen(childId: string): Promise<SeenIntervals> {
    return this.byChild.of(childId);
  }

  /** Those of today: none for a child who died. */
  async cohorts(childId: string): Promise<Cohort[]> {
    const { today } = this.scope;
    const [seen, allocations] = await Promise.all([this.seen(childId), this.workers.of(childId)]);
    if (hasDied(seen.diedOn, today)) return [];
    const cohorts = cohortsOf(seen.intervals, allocations, today);
    return seen.shared === 'WHOLE' ? cohorts : presentCohorts(cohorts);
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

/** The workers as far as social care would name them: those of today, or of any day to those it shows its history. */
function workersOf(seen: Seen<KeptAllocation>, today: string): readonly HeldAllocation[] {
  switch (seen.outcome) {
    case 'FULL': {
      const held = withinLife(seen.rows, seen.diedOn);
      return seen.facets.has('HISTORY') ? held : allocatedNow(held, today);
    }
    // In part, who works with the child is not told: as what somebody does would tell that somebody does.
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
      return [];
  }
}
