import { lastDayCounted } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';
import { onePlanATerm } from './one-plan-a-term.js';
import { currentFirst, toPlan } from './personal-education-plan.mapper.js';
import type { PersonalEducationPlanRepository } from './personal-education-plan.repository.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/** What may be seen of children's Personal Education Plans. */
export class PersonalEducationPlanService {
  private readonly byChild: Batch<PersonalEducationPlan[]>;
  private readonly permit: Permit;

  constructor(
    private readonly scope: RequestScope,
    private readonly plans: PersonalEducationPlanRepository,
  ) {
    this.permit = Permit.for(scope.caller, virtualSchoolPolicy, { tier: 'T2', operation: 'child.virtualSchool' });
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => [],
    );
  }

  /** Whether plans are not shared with the caller's role and purpose, whoever the child is. */
  get refused(): boolean {
    return this.permit.refused;
  }

  /** The current term's first, then the newest. @throws Refused for a role and purpose plans are not shared with. */
  ofChild(childId: string): Promise<PersonalEducationPlan[]> {
    return this.byChild.load(childId);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, PersonalEducationPlan[]>> {
    const { today } = this.scope;
    const { rows, verdicts } = await this.plans.ofChildren(this.permit, ids);
    const stored = groupBy(rows, ({ childId }) => childId);
    return new Map(
      [...verdicts].map(([id, { diedOn }]) => {
        const plans = onePlanATerm(stored.get(id) ?? []).map((plan) => toPlan(plan, today, diedOn));
        return [id, currentFirst(plans, lastDayCounted(today, diedOn))];
      }),
    );
  }
}
