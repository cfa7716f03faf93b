import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { childPolicy } from '../child/child.policy.js';
import type { KnownChildService } from '../child/known-child.service.js';
import { type AccessExplanation, AccessOutcome } from './access-explanation.type.js';
import type { ExplanationRepository, StoredExplanation } from './explanation.repository.js';

const order = Object.values(Domain);

function toExplanation({ domain, outcome, because }: StoredExplanation): AccessExplanation {
  return { domain, outcome, because };
}

/** Why each domain of a child is shared with the caller, or is not. */
export class ExplanationService {
  private readonly byChild: RecordReader<StoredExplanation, readonly AccessExplanation[]>;

  constructor(
    scope: RequestScope,
    explanations: ExplanationRepository,
    private readonly known: KnownChildService,
  ) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, childPolicy, { tier: 'T1', operation: 'child' }),
      read: (permit, ids) => explanations.ofChildren(permit, ids),
      tell: toldOf,
      untold: [],
    });
  }

  /** Of a child of whom no more may be known than that they are, that alone: nothing of what others share. */
  async ofChild(childId: string): Promise<AccessExplanation[]> {
    const [told, why] = await Promise.all([this.byChild.of(childId), this.known.why(childId)]);
    if (told.length > 0 || why === null) return [...told];
    return [{ domain: Domain.PARTNERSHIP, outcome: AccessOutcome.EXISTENCE_ONLY, because: why }];
  }
}

/** Why a part is shared is no more than the part itself. */
function toldOf(seen: Seen<StoredExplanation>): readonly AccessExplanation[] {
  const told = (rows: readonly StoredExplanation[]): AccessExplanation[] =>
    rows.toSorted((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain)).map(toExplanation);
  switch (seen.outcome) {
    case 'FULL':
      return told(seen.rows);
    case 'REDACTED':
      return told(seen.toRedact);
    case 'EXISTENCE_ONLY':
      return [];
  }
}
