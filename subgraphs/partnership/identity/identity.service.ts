import { randomUUID } from 'node:crypto';
import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput, Refused } from '../../../platform/errors/hub-error.js';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { childPolicy } from '../child/child.policy.js';
import type { IdentityRepository } from './identity.repository.js';
import { exactRules, type Resolver } from './resolve.js';
import { resolveBatch } from './resolve-batch.js';

/** A unit of work opens at most 1,000 children, and a record may bring a child of its own. */
const mostRecords = 500;

/** Says whose record each is, and keeps the child index: for system callers alone. */
export class IdentityService {
  constructor(
    private readonly scope: RequestScope,
    private readonly index: IdentityRepository,
    private readonly resolver: Resolver = exactRules,
    /** The council whose area this is. */
    private readonly council = '990',
  ) {}

  /** The child of each record, in order. The same records again change nothing and answer the same. */
  async resolve(records: readonly PersonEvidence[]): Promise<readonly string[]> {
    const { caller, today, writes } = this.scope;
    if (caller.operations === null) {
      throw new Refused('This is not for people to call.', { domain: Domain.PARTNERSHIP });
    }
    if (records.length > mostRecords) throw new InvalidInput('At most 500 records can be resolved at once.');
    const permits = (['T1', 'T3'] as const).map((tier) =>
      Permit.for(caller, childPolicy, { tier, act: 'WRITE', operation: 'resolve' }),
    );
    const asked = permits.map((permit) => ({ permit, subjects: { children: [] } }));
    return writes.run(asked, async (manager) => {
      await this.index.waitForTurn(manager);
      const found = await this.index.candidates(manager, records);
      const now = new Date().toISOString();
      const resolution = resolveBatch(records, found, { resolver: this.resolver, mint: randomUUID, today, now });
      await this.index.openFor(manager, caller.voucher, permits, [...new Set(resolution.childIds)]);
      await this.index.write(manager, resolution, this.council);
      return resolution.childIds;
    });
  }
}
