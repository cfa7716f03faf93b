import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { educationPolicy } from '../child/education.policy.js';
import type { AttendanceWeekRepository, StoredWeek } from './attendance-week.repository.js';
import { attendanceOf, figuresOf } from './measures.js';

type Reader = RecordReader<StoredWeek, Attendance>;

/** What may be seen of a child's attendance. Weeks are read only where it is asked for, once for each pair of days. */
export class AttendanceService {
  private readonly byDays = new Map<string, Reader>();

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
    return this.over(days).of(childId);
  }

  private over(days: Days): Reader {
    const name = `${days.from} ${days.to}`;
    const known = this.byDays.get(name);
    if (known) return known;
    const made: Reader = new RecordReader(this.scope, {
      permit: Permit.for(this.scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' }),
      read: (permit, ids) => this.weeks.ofChildren(permit, ids, days),
      tell: (seen) => toldOf(seen, days),
      untold: attendanceOf([], days),
    });
    this.byDays.set(name, made);
    return made;
  }
}

function toldOf(seen: Seen<StoredWeek>, days: Days): Attendance {
  switch (seen.outcome) {
    case 'FULL':
      return attendanceOf(seen.rows, days, seen.diedOn);
    case 'REDACTED':
      return figuresOf(attendanceOf(seen.toRedact, days, seen.diedOn));
    case 'EXISTENCE_ONLY':
      return attendanceOf([], days);
  }
}
