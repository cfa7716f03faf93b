import { withinLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
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

/** A child's rolls, oldest first, and whether it may be told which schools they are of. */
interface ToldRolls {
  readonly rolls: readonly StoredEnrolment[];
  readonly schools: boolean;
}

/** What may be seen of a child's rolls: schools, and the special educational provision shown there. One read. */
export class EducationRecordService {
  private readonly rolls: RecordReader<StoredEnrolment, ToldRolls>;

  constructor(
    private readonly scope: RequestScope,
    enrolments: EnrolmentRepository,
  ) {
    this.rolls = new RecordReader(scope, {
      permit: Permit.for(scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' }),
      read: (permit, ids) => enrolments.ofChildren(permit, ids),
      tell: toldOf,
      untold: { rolls: [], schools: true },
    });
  }

  recordOf(childId: string, alongside: () => void): Promise<EducationRecord> {
    return this.rolls.recordOf(childId, alongside);
  }

  /** Oldest first; null asks for current and other enrolments alike. Null where schools may not be told. */
  async enrolmentsOf(childId: string, current: boolean | null): Promise<Enrolment[] | null> {
    const { rolls, schools } = await this.rolls.of(childId);
    const { today } = this.scope;
    if (!schools) return null;
    return rolls.filter((one) => current === null || isCurrent(one, today) === current).map(toEnrolment);
  }

  /** Every time on a roll, oldest first; none where nothing may be seen. For what else is worked out of a child's education. */
  async rollsOf(childId: string): Promise<readonly StoredEnrolment[]> {
    return (await this.rolls.of(childId)).rolls;
  }

  async senOf(childId: string): Promise<SenRecord | null> {
    const { rolls } = await this.rolls.of(childId);
    return toSenRecord(rolls, this.scope.today);
  }
}

/** In part: what is special in the child's education, not at which schools. */
function toldOf(seen: Seen<StoredEnrolment>): ToldRolls {
  switch (seen.outcome) {
    case 'FULL':
      return { rolls: withinLife(oneRoll(seen.rows), seen.diedOn), schools: true };
    case 'REDACTED':
      return { rolls: withinLife(oneRoll(seen.toRedact), seen.diedOn), schools: false };
    case 'EXISTENCE_ONLY':
      return { rolls: [], schools: true };
  }
}
