import { lastDayCounted } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import { type RecordBase, RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';
import type { PepToMakeRepository, StoredPepToMake } from './duty/pep-to-make.repository.js';
import { toldToMake } from './duty/told-to-make.js';
import { plansOf } from './plans-of.js';
import { currentFirst, inPart } from './personal-education-plan.mapper.js';
import type { PersonalEducationPlanRepository, StoredPlan } from './personal-education-plan.repository.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/** What is shared of the plans that are written of a child; none where nothing of them is. */
type Written = { readonly plans: readonly StoredPlan[]; readonly diedOn: string | null; readonly part: boolean } | null;

/** What may be seen of children's Personal Education Plans: those written, and those to be made of which no file tells. */
export class PersonalEducationPlanService {
  private readonly written: RecordReader<StoredPlan, Written>;
  private readonly toMake: RecordReader<StoredPepToMake, readonly StoredPepToMake[]>;

  constructor(
    private readonly scope: RequestScope,
    plans: PersonalEducationPlanRepository,
    toMake: PepToMakeRepository,
  ) {
    const { caller, today } = scope;
    const operation = 'child.virtualSchool';
    this.written = new RecordReader(scope, {
      permit: Permit.for(caller, virtualSchoolPolicy, { tier: 'T2', operation }),
      read: (permit, ids) => plans.ofChildren(permit, ids),
      tell: writtenOf,
      untold: null,
    });
    this.toMake = new RecordReader(scope, {
      permit: Permit.forCopy(caller, {
        ...{ holder: Domain.VIRTUAL_SCHOOL, about: Domain.SOCIAL_CARE, tier: 'T3', operation },
      }),
      read: (permit, ids) => toMake.ofChildren(permit, ids, academicTerm(today)),
      tell: (seen) => toldToMake(seen, today),
      untold: [],
    });
  }

  /** The virtual school's record: shared with those with whom plans are shared. */
  recordOf(childId: string, alongside: () => void): Promise<RecordBase> {
    return this.written.recordOf(childId, alongside);
  }

  /** What they are made of. */
  seen(childId: string) {
    return Promise.all([this.written.of(childId), this.toMake.of(childId)]);
  }

  /**
   * The current term's first, then the newest. Those of which no file tells are among them as far as social care shares
   * that the child is looked after.
   * @throws Refused for a role and purpose plans are not shared with.
   */
  async ofChild(childId: string): Promise<PersonalEducationPlan[]> {
    const { today } = this.scope;
    const [written, toMake] = await this.seen(childId);
    if (written === null) return [];
    const { plans, diedOn, part } = written;
    const told = currentFirst(plansOf(plans, toMake, { today, diedOn }), lastDayCounted(today, diedOn));
    return part ? told.map(inPart) : told;
  }
}

function writtenOf(seen: Seen<StoredPlan>): Written {
  const { diedOn } = seen;
  switch (seen.outcome) {
    case 'FULL':
      return { plans: seen.rows, diedOn, part: false };
    case 'REDACTED':
      return { plans: seen.toRedact, diedOn, part: true };
    case 'EXISTENCE_ONLY':
      return null;
  }
}
