import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import type { AccessExplanation, AccessOutcome } from './access-explanation.type.js';
import type { ExplanationRepository, StoredExplanation } from './explanation.repository.js';

const order = Object.values(Domain) as string[];

function toExplanation({ domain, outcome, because }: StoredExplanation): AccessExplanation {
  return { domain: domain as Domain, outcome: outcome as AccessOutcome, because };
}

/** Why each domain of a child is shared with the caller, or is not. */
export class ExplanationService {
  private readonly byChild: Batch<AccessExplanation[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly explanations: ExplanationRepository,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => [],
    );
  }

  ofChild(childId: string): Promise<AccessExplanation[]> {
    return this.byChild.load(childId);
  }

  /** Begins to fetch what will be asked for, in the child's own turn. */
  foresee(childId: string): void {
    this.byChild.load(childId).catch(() => undefined);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, AccessExplanation[]>> {
    const permit = Permit.for(this.scope.caller, childPolicy, { tier: 'T1', operation: 'child' });
    const { rows, verdicts } = await this.explanations.ofChildren(permit, ids.filter(isSurrogateId));
    const seen = rows
      .filter(({ childId }) => verdicts.has(childId))
      .sort((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain));
    return new Map([...groupBy(seen, ({ childId }) => childId)].map(([id, own]) => [id, own.map(toExplanation)]));
  }
}
