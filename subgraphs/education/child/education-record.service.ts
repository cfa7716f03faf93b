import { withinLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import { freshnessOf } from '../../../platform/subgraph/freshness.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { toEnrolment } from '../enrolment/enrolment.mapper.js';
import type { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import type { Enrolment } from '../enrolment/enrolment.type.js';
import { oneRoll } from '../enrolment/one-roll.js';
import { isCurrent, type StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { toSenRecord } from '../sen/sen-record.mapper.js';
import type { SenRecord } from '../sen/sen-record.type.js';
import type { EducationRecord } from './education-record.type.js';
import { educationPolicy } from './education.policy.js';

/** What may be seen of a child's rolls: schools, and the special educational provision shown there. One read. */
export class EducationRecordService {
  private readonly permit: Permit;
  private readonly rolls: Batch<readonly StoredEnrolment[]>;

  constructor(
    private readonly scope: RequestScope,
    private readonly enrolments: EnrolmentRepository,
  ) {
    this.permit = Permit.for(scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' });
    this.rolls = batch(
      (ids) => this.fetch(ids),
      () => [],
    );
  }

  /**
   * The domain's record on a child. The same for a child with nothing held and one who may not be seen: which of the
   * two is not told. Role and purpose that are not shared with at all are refused.
   */
  async recordOf(childId: string): Promise<EducationRecord> {
    const asked = this.rolls.load(childId);
    // Not waited for unless it is to be refused: attendance asked beside the roll then goes in the same transaction.
    // A failure is told by the fields that need the rows.
    if (this.permit.refused) await asked;
    else asked.catch(() => undefined);
    return { childId, ...freshnessOf(this.scope.sources()) };
  }

  /** Oldest first; null asks for current and other enrolments alike. */
  async enrolmentsOf(childId: string, current: boolean | null): Promise<Enrolment[]> {
    const rolls = await this.rolls.load(childId);
    const { today } = this.scope;
    return rolls.filter((one) => current === null || isCurrent(one, today) === current).map(toEnrolment);
  }

  async senOf(childId: string): Promise<SenRecord | null> {
    return toSenRecord(await this.rolls.load(childId), this.scope.today);
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, StoredEnrolment[]>> {
    const { rows, verdicts } = await this.enrolments.ofChildren(this.permit, ids);
    const shared = rows.filter(({ childId }) => verdicts.has(childId));
    const rolls = [...groupBy(shared, ({ childId }) => childId)];
    return new Map(rolls.map(([id, held]) => [id, withinLife(oneRoll(held), verdicts.get(id)?.diedOn ?? null)]));
  }
}
