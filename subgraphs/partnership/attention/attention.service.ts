import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { groupBy } from '../../../platform/record/batch.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { askedWeek } from './asked-week.js';
import type { AttentionItem } from './attention-item.type.js';
import { toReason } from './attention-reason.mapper.js';
import type { AttentionReason } from './attention-reason.type.js';
import type { AttentionRepository, StoredReason } from './attention.repository.js';
import { attentionTiers } from './attention-source.js';
import { morePressing, reasonsIn } from './pressing.js';

const holder = Domain.PARTNERSHIP;

/** What of a child needs attention: of each domain, as far as that domain's own rules show it. */
export class AttentionService {
  private readonly byChild: RecordReader<StoredReason, readonly StoredReason[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly facts: AttentionRepository,
  ) {
    this.byChild = new RecordReader<StoredReason, readonly StoredReason[]>(scope, {
      permits: this.permits('child.attention'),
      read: (permits, ids) => facts.ofChildren(permits, ids),
      tell: (seen) => this.shown(seen),
      untold: [],
    });
  }

  /** In a week, by its Monday; the present one where null. @throws InvalidInput, naming the argument. */
  async ofChild(childId: string, week: string | null): Promise<AttentionReason[]> {
    const days = askedWeek(week, this.scope.today);
    return reasonsIn(await this.byChild.of(childId), days).map(toReason);
  }

  /**
   * The children on a school's roll of whom the caller may see any reason in a week, the most pressing first.
   * @throws InvalidInput, naming the argument.
   */
  async ofSchool(schoolUrn: string, week: string | null): Promise<AttentionItem[]> {
    const days = askedWeek(week, this.scope.today);
    const seen = await this.facts.ofSchool(this.permits('teamAroundSchool.attention'), schoolUrn, days);
    const byChild = groupBy(
      [...seen.values()].flatMap((ofDomain) => [...ofDomain]),
      ([childId]) => childId,
    );
    const pressed = [...byChild].map(([childId, of]) => ({
      childId,
      reasons: reasonsIn(this.shown(of.map(([, one]) => one)), days),
    }));
    return pressed
      .filter(({ reasons }) => reasons.length > 0)
      .sort(morePressing)
      .map(({ childId, reasons }) => ({ childId, schoolUrn, reasons: reasons.map(toReason) }));
  }

  private permits(operation: string): Permit[] {
    const { caller } = this.scope;
    return attentionTiers.map(({ domain, tier }) => Permit.forCopy(caller, { holder, about: domain, tier, operation }));
  }

  /** A reason in part makes no sense; of a child who has died nothing needs attention. */
  private shown(seen: readonly Seen<StoredReason>[]): readonly StoredReason[] {
    if (seen.some(({ diedOn }) => hasDied(diedOn, this.scope.today))) return [];
    return seen.flatMap(wholeOrNothing);
  }
}
