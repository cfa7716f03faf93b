import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { CohortService, CopyShared } from '../cohort/cohort.service.js';
import { isFollowed } from '../cohort/duty.js';
import { attendanceWhile } from './attribution.js';
import type { KeptRegisterRepository } from './kept-register.repository.js';
import { type KeptRegisters, registersOf } from './kept-registers.js';

interface SeenRegisters {
  readonly registers: readonly SchoolRegister[];
  readonly shared: CopyShared;
}

/** Attendance of children of the duty while a status was held: for those who may see both what it is made of. */
export class AttendanceService {
  private readonly register: RecordReader<KeptRegisters, SeenRegisters>;

  constructor(
    private readonly scope: RequestScope,
    kept: KeptRegisterRepository,
    private readonly cohorts: CohortService,
  ) {
    this.register = new RecordReader(scope, {
      permit: Permit.forCopy(scope.caller, {
        holder: Domain.VIRTUAL_SCHOOL,
        about: Domain.EDUCATION,
        tier: 'T2',
        operation: 'child.virtualSchool',
      }),
      read: (permit, ids) => kept.ofChildren(permit, ids),
      tell: toldOf,
      untold: { registers: [], shared: 'NOT' },
    });
  }

  /** The copies it is counted from. */
  async seen(childId: string) {
    const [held, register] = await Promise.all([this.cohorts.seen(childId), this.register.of(childId)]);
    return { held, register };
  }

  /**
   * Over the given days, both inclusive; without them over the academic year to date. No sessions where the status was
   * not held, and the same for a child who may not be seen; null where only one of the two is shared, or not the whole.
   * @throws InvalidInput for a status the virtual school does not follow, or days that end before they begin.
   */
  async whileHeld(childId: string, status: SocialCareStatus, asked: Partial<Days>): Promise<Attendance | null> {
    if (!isFollowed(status)) throw new InvalidInput('The virtual school does not follow children of this status.');
    const to = asked.to ?? this.scope.today;
    const from = asked.from ?? academicYearToDate(to).from;
    if (to < from) throw new InvalidInput('The days end before they begin.');
    const { held, register } = await this.seen(childId);
    if (held.shared === 'PART' || held.shared !== register.shared) return null;
    const intervals = held.intervals.filter((one) => one.status === status);
    return attendanceWhile(register.registers, intervals, { from, to });
  }
}

/** Part of a register is no attendance: what is not there would count as not attended. */
function toldOf(seen: Seen<KeptRegisters>): SeenRegisters {
  switch (seen.outcome) {
    case 'FULL':
      return { registers: registersOf(seen.rows), shared: 'WHOLE' };
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
      return { registers: [], shared: 'PART' };
  }
}
