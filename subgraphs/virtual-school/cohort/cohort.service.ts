import { hasDied, withinLife } from '../../../platform/access/lifetime.js';
import { Permit, type Verdict } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { Cohort } from '../cohort.js';
import { cohortsOf, presentAlone } from './cohorts-of.js';
import type { FollowedInterval } from './duty.js';
import type { KeptIntervalRepository } from './kept-interval.repository.js';
import { seesHistory } from './sees-history.js';

/** How much of a copy its owner shares with the caller, whatever is held. */
export type CopyShared = 'WHOLE' | 'PART' | 'NOT';

/** What the caller may see of the statuses a child of the duty held. */
export interface SeenIntervals {
  /** All of them while the child lived, or what narrower sharing leaves. */
  readonly intervals: readonly FollowedInterval[];
  readonly shared: CopyShared;
  readonly diedOn: string | null;
}

const notShared: SeenIntervals = { intervals: [], shared: 'NOT', diedOn: null };

/** The cohorts of children, from the copy of social care's facts: shown as social care itself would show them. */
export class CohortService {
  private readonly byChild: Batch<SeenIntervals>;

  constructor(
    private readonly scope: RequestScope,
    private readonly kept: KeptIntervalRepository,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => notShared,
    );
  }

  seen(childId: string): Promise<SeenIntervals> {
    return this.byChild.load(childId);
  }

  /** Those of today: none for a child who died. */
  async cohorts(childId: string): Promise<Cohort[]> {
    const { intervals, diedOn } = await this.seen(childId);
    return hasDied(diedOn, this.scope.today) ? [] : cohortsOf(intervals, this.scope.today);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, SeenIntervals>> {
    const permit = Permit.forCopy(this.scope.caller, {
      holder: Domain.VIRTUAL_SCHOOL,
      about: Domain.SOCIAL_CARE,
      tier: 'T3',
      operation: 'child.virtualSchool',
    });
    const { rows, verdicts } = await this.kept.ofChildren(permit, ids);
    const held = groupBy(rows, ({ childId }) => childId);
    return new Map([...verdicts].map(([id, verdict]) => [id, this.narrow(held.get(id) ?? [], verdict)]));
  }

  private narrow(held: readonly FollowedInterval[], { outcome, diedOn }: Verdict): SeenIntervals {
    const { caller, today } = this.scope;
    if (outcome === 'EXISTENCE_ONLY') return { intervals: [], shared: 'PART', diedOn };
    const intervals = withinLife(held, diedOn);
    if (outcome === 'FULL' && seesHistory(caller.claims.role)) return { intervals, shared: 'WHOLE', diedOn };
    return { intervals: presentAlone(intervals, today), shared: 'PART', diedOn };
  }
}
