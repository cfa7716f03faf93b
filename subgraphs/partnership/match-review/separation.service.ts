import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { AccessOutcome } from '../explanation/access-explanation.type.js';
import { matchReviewPolicy } from './match-review.policy.js';
import type { SeparationRepository, StoredDisclosure, StoredSeparation } from './separation.repository.js';
import type { Disclosure, Separation } from './separation.type.js';

function toDisclosure({ at, who, role, organisation, purpose, about, tier, operation }: StoredDisclosure): Disclosure {
  const fields = [`${about} ${tier} ${operation}`];
  return { at, who, role, organisation, purpose, fields, outcome: AccessOutcome.FULL, breakGlassReason: null };
}

function toSeparation({ at, by, reason, since, disclosures }: StoredSeparation): Separation {
  return { at, by, reason, since, disclosures: disclosures.map(toDisclosure) };
}

/** Whom a child had been taken for, and what was disclosed of both meanwhile. */
export class SeparationService {
  constructor(
    private readonly scope: RequestScope,
    private readonly separations: SeparationRepository,
  ) {}

  /** The latest first; of those where the other child may be seen as well. */
  async ofChild(childId: string): Promise<Separation[]> {
    const permit = Permit.for(this.scope.caller, matchReviewPolicy, { tier: 'T3', operation: 'separations' });
    const asked = isSurrogateId(childId) ? [childId] : [];
    const parted = await this.separations.partedFrom(permit, asked);
    const others = wholeOrNothing(parted.get(childId)).map(({ otherId }) => otherId);
    if (others.length === 0) return [];
    const seen = await this.separations.ofChild(permit, childId, others);
    // A separation is of two children: part of either is not enough to tell it.
    if ([...seen.values()].some(({ outcome }) => outcome !== 'FULL')) return [];
    return wholeOrNothing(seen.get(childId)).map(toSeparation);
  }
}
