import { Permit } from '../../../platform/access/permit.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { keyedHash } from '../child/keyed-hash.repository.js';
import { lookUpKey } from '../child/look-up-key.js';
import { claimPolicy } from './claim.policy.js';
import type { ClaimRepository } from './claim.repository.js';

/** What somebody says who takes a child on. */
export interface Claim {
  readonly identifierType: IdentifierType;
  readonly identifier: string;
  /** ISO date. */
  readonly dateOfBirth: string;
  readonly reason: string;
}

/**
 * Lets staff who take on a new case see who the child is, before their case list says so, and a match reviewer who was
 * told that two children are taken for one.
 */
export class ClaimService {
  constructor(
    private readonly scope: RequestScope,
    private readonly claims: ClaimRepository,
  ) {}

  /** The child's id; null, without an error, where nobody is found or the child cannot be claimed. */
  async claim({ identifierType, identifier, dateOfBirth, reason }: Claim, key: string): Promise<string | null> {
    const { caller, lookUp, writes } = this.scope;
    const why = reason.trim();
    if (why.length < 10) throw new InvalidInput('reason must have at least 10 characters.');
    const permit = Permit.for(caller, claimPolicy, {
      tier: 'EXISTENCE',
      act: 'WRITE',
      operation: 'claimRelationship',
    });
    const hash = await keyedHash(lookUp, lookUpKey(permit, identifierType, identifier));
    const body = { hash, dateOfBirth, reason: why };
    const done = await writes.unnamed(permit, (writing) =>
      writing.once(key, body, async () => ({ childId: await this.claims.claim(writing, hash, dateOfBirth, why) })),
    );
    return done.childId;
  }
}
