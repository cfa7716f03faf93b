import { Permit } from '../../../../platform/access/permit.js';
import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { PepToMakeRepository, StoredPepToMake } from '../../pep/duty/pep-to-make.repository.js';
import type { PersonalEducationPlanRepository, StoredPlan } from '../../pep/personal-education-plan.repository.js';
import { pepAttention, unwrittenPepAttention } from '../pep-attention.js';

type OfChildren<Row> = (children: readonly string[]) => Promise<(readonly Row[])[]>;

/** The audited internal feed of what needs attention: for system callers alone, by key. */
export class AttentionFeedService {
  private readonly written: OfChildren<StoredPlan>;
  private readonly toMake: OfChildren<StoredPepToMake>;
  private readonly toldFrom: () => Promise<string | null>;

  constructor(scope: RequestScope, plans: PersonalEducationPlanRepository, toMake: PepToMakeRepository) {
    const under = { holder: Domain.VIRTUAL_SCHOOL, operation: 'attention-feed' } as const;
    this.written = feed(scope, {
      ...under,
      tier: 'T2',
      read: (permit, ids) => plans.ofChildren(permit, ids),
      answer: (rows) => rows,
    });
    this.toldFrom = () => plans.toldFrom(Permit.forSystem(scope.caller, { ...under, tier: 'T2' }));
    this.toMake = feed(scope, {
      ...{ ...under, about: Domain.SOCIAL_CARE, tier: 'T3' },
      read: (permit, ids) => toMake.allOfChildren(permit, ids),
      answer: (rows) => rows,
    });
  }

  async of(children: readonly string[]): Promise<AttentionFacts[]> {
    const [written, toMake] = await Promise.all([this.written(children), this.toMake(children)]);
    return children.map((childId, at) => ({ childId, facts: pepAttention(written[at] ?? [], toMake[at] ?? []) }));
  }

  /** Of plans that are to be made and of which no file tells. */
  async ofPlansToMake(children: readonly string[]): Promise<AttentionFacts[]> {
    const [written, toMake, toldFrom] = await Promise.all([
      this.written(children),
      this.toMake(children),
      this.toldFrom(),
    ]);
    return children.map((childId, at) => ({
      childId,
      facts: unwrittenPepAttention(written[at] ?? [], toMake[at] ?? [], toldFrom),
    }));
  }
}
