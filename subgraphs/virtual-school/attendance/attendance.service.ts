import { Permit } from '../../../platform/access/permit.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { unpackWeek } from '../../../platform/code-sets/marks.js';
import type { RegisterWeek } from '../../../platform/code-sets/register-week.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { CohortService, CopyShared } from '../cohort/cohort.service.js';
import { isFollowed } from '../cohort/duty.js';
import { attendanceWhile } from './attribution.js';
import type { KeptWeek, KeptWeekRepository } from './kept-week.repository.js';

interface SeenWeeks {
  readonly weeks: readonly RegisterWeek[];
  readonly shared: CopyShared;
}

const notShared: SeenWeeks = { weeks: [], shared: 'NOT' };

/** Attendance of children of the duty while a status was held: for those who may see both what it is made of. */
export class AttendanceService {
  private readonly byChild: Batch<SeenWeeks>;

  constructor(
    private readonly scope: RequestScope,
    private readonly kept: KeptWeekRepository,
    private readonly cohorts: CohortService,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => notShared,
    );
  }

  /** Asks for a child's weeks along with whatever else is asked in this turn. */
  async prepare(childId: string): Promise<void> {
    await this.byChild.load(childId);
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
    const [held, register] = await Promise.all([this.cohorts.seen(childId), this.byChild.load(childId)]);
    if (held.shared === 'PART' || held.shared !== register.shared) return null;
    const intervals = held.intervals.filter((one) => one.status === status);
    return attendanceWhile(register.weeks, intervals, { from, to });
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, SeenWeeks>> {
    const permit = Permit.forCopy(this.scope.caller, {
      holder: Domain.VIRTUAL_SCHOOL,
      about: Domain.EDUCATION,
      tier: 'T2',
      operation: 'child.virtualSchool',
    });
    const { rows, verdicts } = await this.kept.ofChildren(permit, ids);
    const held = groupBy(rows, ({ childId }) => childId);
    return new Map(
      [...verdicts].map(([id, { outcome }]) => [
        id,
        outcome === 'FULL' ? wholeOf(held.get(id) ?? []) : { weeks: [], shared: 'PART' },
      ]),
    );
  }
}

function wholeOf(kept: readonly KeptWeek[]): SeenWeeks {
  const weeks = kept.map(({ weekBeginning, marks }) => ({
    weekBeginning,
    codes: unpackWeek(Buffer.from(marks, 'latin1')),
  }));
  return { weeks, shared: 'WHOLE' };
}
