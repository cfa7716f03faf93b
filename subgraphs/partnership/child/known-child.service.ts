import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from './child.policy.js';
import type { ChildRepository } from './child.repository.js';

const tier = 'EXISTENCE';

/**
 * Children of whom the caller may know that the partnership knows them and why that is open to them, and nothing else: not
 * even the name, which may be another since. The permit is all there is to tell: no row of the child's is read.
 */
export class KnownChildService {
  private readonly byChild: Batch<string | null>;
  private readonly permit: Permit;

  constructor(scope: RequestScope, children: ChildRepository) {
    this.permit = Permit.for(scope.caller, childPolicy, { tier, operation: 'child' });
    this.byChild = batch(
      async (ids) => {
        const known = await children.known(this.permit, ids.filter(isSurrogateId));
        return new Map([...known].map(([id, { basis }]) => [id, reasonOf(basis)]));
      },
      () => null,
    );
  }

  /** Why, in a sentence; null for a child who is not known so, and for a role and purpose to whom nobody is: those ask nothing. */
  async why(childId: string): Promise<string | null> {
    return this.permit.refused ? null : this.byChild.load(childId);
  }
}

const reasonOf = (basis: string): string | null =>
  childPolicy.rules.find((rule) => rule.tier === tier && rule.through.some((one) => one === basis))?.because ?? null;
