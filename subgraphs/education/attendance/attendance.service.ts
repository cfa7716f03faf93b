import { Permit } from '../../../platform/access/permit.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { educationPolicy } from '../child/education.policy.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { AttendanceWeekRepository, StoredWeek } from './attendance-week.repository.js';
import { attendanceOf } from './measures.js';

/** A child's weeks as read, and the day the child died. */
interface SeenWeeks {
  readonly weeks: readonly StoredWeek[];
  readonly diedOn: string | null;
}

/** What may be seen of a child's attendance. Weeks are read only where it is asked for, once for each pair of days. */
export class AttendanceService {
  private readonly byDays = new Map<string, Batch<SeenWeeks>>();

  constructor(
    private readonly scope: RequestScope,
    private readonly weeks: AttendanceWeekRepository,
  ) {}

  /**
   * Over the given days, both inclusive, or the current academic year to date. No possible sessions where nothing is
   * held and where the child may not be seen. @throws InvalidInput where the first day is after the last.
   */
  async of(childId: string, from: string | null, to: string | null): Promise<Attendance> {
    const year = academicYearToDate(this.scope.today);
    const days = { from: from ?? year.from, to: to ?? year.to };
    if (days.from > days.to) throw new InvalidInput('The first day of attendance must not be after the last.');
    const { weeks, diedOn } = await this.over(days).load(childId);
    return attendanceOf(weeks, days, diedOn);
  }

  private over(days: Days): Batch<SeenWeeks> {
    const name = `${days.from} ${days.to}`;
    const known = this.byDays.get(name);
    if (known) return known;
    const made = batch<SeenWeeks>(
      (ids) => this.fetch(ids, days),
      () => ({ weeks: [], diedOn: null }),
    );
    this.byDays.set(name, made);
    return made;
  }

  private async fetch(ids: readonly string[], days: Days): Promise<Map<string, SeenWeeks>> {
    const permit = Permit.for(this.scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' });
    const { rows, verdicts } = await this.weeks.ofChildren(permit, ids, days);
    const held = groupBy(rows, ({ childId }) => childId);
    return new Map([...verdicts].map(([id, { diedOn }]) => [id, { weeks: held.get(id) ?? [], diedOn }]));
  }
}
