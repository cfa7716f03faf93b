import { lastDayCounted } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { type RecordBase, RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';
import { onePlanATerm } from './one-plan-a-term.js';
import { currentFirst, inPart, toPlan } from './personal-education-plan.mapper.js';
import type { PersonalEducationPlanRepository, StoredPlan } from './personal-education-plan.repository.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/** What may be seen of children's Personal Education Plans. */
export class PersonalEducationPlanService {
  private readonly byChild: RecordReader<StoredPlan, readonly PersonalEducationPlan[]>;

  constructor(scope: RequestScope, plans: PersonalEducationPlanRepository) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, virtualSchoolPolicy, { tier: 'T2', operation: 'child.virtualSchool' }),
      read: (permit, ids) => plans.ofChildren(permit, ids),
      tell: (seen) => toldOf(seen, scope.today),
      untold: [],
    });
  }

  /** The virtual school's record: shared with those with whom plans are shared. */
  recordOf(childId: string, alongside: () => void): Promise<RecordBase> {
    return this.byChild.recordOf(childId, alongside);
  }

  /** The current term's first, then the newest. @throws Refused for a role and purpose plans are not shared with. */
  async ofChild(childId: string): Promise<PersonalEducationPlan[]> {
    return [...(await this.byChild.of(childId))];
  }
}

function toldOf(seen: Seen<StoredPlan>, today: string): readonly PersonalEducationPlan[] {
  const told = (stored: readonly StoredPlan[]): PersonalEducationPlan[] => {
    const plans = onePlanATerm(stored).map((plan) => toPlan(plan, today, seen.diedOn));
    return currentFirst(plans, lastDayCounted(today, seen.diedOn));
  };
  switch (seen.outcome) {
    case 'FULL':
      return told(seen.rows);
    case 'REDACTED':
      return told(seen.toRedact).map(inPart);
    case 'EXISTENCE_ONLY':
      return [];
  }
}
