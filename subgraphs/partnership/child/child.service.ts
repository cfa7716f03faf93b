import { Permit } from '../../../platform/access/permit.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { existing } from './child.mapper.js';
import { childPolicy } from './child.policy.js';
import type { ChildRepository } from './child.repository.js';
import type { Child } from './child.type.js';
import { keyedHash } from './keyed-hash.repository.js';
import type { KnownChildService } from './known-child.service.js';
import { lookUpKey } from './look-up-key.js';
import type { StoredChild } from './stored-child.js';
import { toldChild } from './told-child.js';

/** Who a child is, for those who may see it. */
export class ChildService {
  private readonly byId: RecordReader<StoredChild, Child | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly children: ChildRepository,
    private readonly known: KnownChildService,
  ) {
    this.byId = new RecordReader(scope, {
      permit: this.permit('child'),
      read: (permit, ids) => children.byIds(permit, ids),
      tell: (seen, id) => toldChild(seen, scope, existing(id)),
      untold: null,
    });
  }

  /**
   * Null, without an error, for a child who does not exist and for one who may not be seen; of one of whom no more may be
   * known than that they are, the id alone. `alongside` begins, in this very turn, what the question goes on to ask of the
   * child.
   */
  async child(id: string, alongside: () => void): Promise<Child | null> {
    const [seen, why] = await Promise.all([this.byId.of(id, alongside), this.known.why(id)]);
    return seen ?? (why === null ? null : existing(id));
  }

  /**
   * As `child`: a number nobody holds, a wrong one and one of a child who may not be seen take the same path. So does one
   * of a child of whom it may only be told that something is held: whose number it is, is more than that.
   */
  async byIdentifier(type: IdentifierType, value: string): Promise<Child | null> {
    const permit = this.permit('childByIdentifier');
    const hash = await keyedHash(this.scope.lookUp, lookUpKey(permit, type, value));
    const { children, childOf } = await this.children.byIdentifier(permit, hash);
    const seen = children.get(childOf.get(hash) ?? '');
    return seen ? toldChild(seen, this.scope) : null;
  }

  private permit(operation: string): Permit {
    return Permit.for(this.scope.caller, childPolicy, { tier: 'T1', operation });
  }
}
