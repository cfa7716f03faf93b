import { Permit } from '../../../platform/access/permit.js';
import type { Opened } from '../../../platform/db/unit-of-work.js';
import { type Batch, batch } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { toChild } from './child.mapper.js';
import { childPolicy } from './child.policy.js';
import type { ChildRepository } from './child.repository.js';
import type { Child } from './child.type.js';
import { lookUpKey } from './look-up-key.js';
import type { StoredChild } from './stored-child.js';

/** Who a child is, for those who may see it. */
export class ChildService {
  private readonly byId: Batch<Child | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly children: ChildRepository,
  ) {
    this.byId = batch(
      (ids) => this.fetch(ids),
      () => null,
    );
  }

  /** Null, without an error, for a child who does not exist and for one who may not be seen. */
  child(id: string): Promise<Child | null> {
    return this.byId.load(id);
  }

  /** As `child`: a number nobody holds, a wrong one and one of a child who may not be seen take the same path. */
  async byIdentifier(type: IdentifierType, value: string): Promise<Child | null> {
    const number = lookUpKey(this.scope.caller.claims.role, type, value);
    const hash = await this.scope.writes.run([], (writing) => this.children.keyedHash(writing, number));
    const { rows, childOf, verdicts } = await this.children.byIdentifier(this.permit('childByIdentifier'), hash);
    const found = rows.find(({ childId }) => childOf.get(hash) === childId);
    return found ? this.shown(found, verdicts) : null;
  }

  private permit(operation: string): Permit {
    return Permit.for(this.scope.caller, childPolicy, { tier: 'T1', operation });
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, Child>> {
    const { rows, verdicts } = await this.children.byIds(this.permit('child'), ids.filter(isSurrogateId));
    const seen = rows.filter(({ childId }) => verdicts.has(childId));
    return new Map(seen.map((row) => [row.childId, this.shown(row, verdicts)]));
  }

  private shown(row: StoredChild, verdicts: Opened<StoredChild>['verdicts']): Child {
    const { caller, today } = this.scope;
    return toChild(row, caller.claims.role, today, verdicts.get(row.childId)?.diedOn ?? null);
  }
}
