import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { AttendanceService } from '../attendance/attendance.service.js';
import type { CohortService } from '../cohort/cohort.service.js';
import type { PersonalEducationPlanService } from '../pep/personal-education-plan.service.js';
import type { VirtualSchoolRecord } from './virtual-school-record.type.js';

/** The virtual school's record on a child. */
export class VirtualSchoolRecordService {
  constructor(
    private readonly scope: RequestScope,
    private readonly plans: PersonalEducationPlanService,
    private readonly cohorts: CohortService,
    private readonly attendance: AttendanceService,
  ) {}

  /**
   * The same for a child with nothing held and one who may not be seen: which of the two is not told. Everything the
   * question goes on to ask of the record is read here, in one turn; register weeks only when it asks for attendance.
   * @throws Refused for a role and purpose the virtual school does not share with at all.
   */
  async recordOf(childId: string, withAttendance: boolean): Promise<VirtualSchoolRecord> {
    const shared = !this.plans.refused;
    const [facts] = await Promise.all([
      this.scope.sources(),
      this.plans.ofChild(childId),
      shared ? this.cohorts.seen(childId) : null,
      shared && withAttendance ? this.attendance.prepare(childId) : null,
    ]);
    return { childId, asAt: facts.asAt, stale: facts.stale, sources: [...facts.sources] };
  }
}
