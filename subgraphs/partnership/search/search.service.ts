import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { childPolicy } from '../child/child.policy.js';
import type { ChildRepository } from '../child/child.repository.js';
import type { Child } from '../child/child.type.js';
import { keyedHash } from '../child/keyed-hash.repository.js';
import { toldChild } from '../child/told-child.js';
import { knownName } from '../matching/known-name.js';
import { type Sought, searchTerms } from './search-terms.js';

/** Children that one search shows at the most. */
const most = 50;

/** Finds children by what is remembered of their names, among those the caller may see and no others. */
export class SearchService {
  constructor(
    private readonly scope: RequestScope,
    private readonly children: ChildRepository,
  ) {}

  /**
   * Best first; nobody of whom a name may not be told. InvalidInput for less than two letters of a family name, or a number
   * outside 1 to 50.
   */
  async search(sought: Sought, first: number): Promise<Child[]> {
    const { caller, lookUp } = this.scope;
    const { whole } = knownName(sought.family);
    if (whole.length < 2) throw new InvalidInput('family must have at least two letters of a name.');
    if (first < 1 || first > most) throw new InvalidInput('first must be from 1 to 50.');
    const asked = JSON.stringify([whole, knownName(sought.given).whole, sought.dateOfBirth]);
    const hash = await keyedHash(lookUp, `search|${asked}`);
    const permit = Permit.for(caller, childPolicy, { tier: 'T1', operation: 'searchChildren' });
    const { children, childOf } = await this.children.found(permit, hash, { terms: searchTerms(sought), first });
    return [...childOf]
      .sort(([a], [b]) => Number(a) - Number(b))
      .flatMap(([, id]) => children.get(id) ?? [])
      .flatMap((seen) => toldChild(seen, this.scope) ?? []);
  }
}
