import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { AttendanceWeekRepository, StoredWeek } from '../attendance/attendance-week.repository.js';
import type { EducationRecordService } from '../child/education-record.service.js';
import { educationPolicy } from '../child/education.policy.js';
import type { KnownDays } from '../suspension/known-days.js';
import type { AttendanceThreshold } from './attendance-threshold.type.js';
import { dayAsked } from './day-asked.js';
import { childThresholds } from './child-thresholds.js';
import { lookedBackTo, type Marked } from './thresholds-of.js';

/** Null where they may not be told. */
type Reader = RecordReader<StoredWeek, Marked | null>;

/** How far a child's absence has come towards thresholds on which somebody is to act. */
export class AttendanceThresholdService {
  private readonly byDay = new Map<string, Reader>();

  constructor(
    private readonly scope: RequestScope,
    private readonly weeks: AttendanceWeekRepository,
    private readonly knownDays: Pick<KnownDays, 'of'>,
    private readonly records: Pick<EducationRecordService, 'rollsOf'>,
  ) {}

  /**
   * As at a day, or today; every one that anything counts towards, null where they may not be told.
   * @throws InvalidInput for a day to come.
   */
  async of(childId: string, asked: string | null): Promise<AttendanceThreshold[] | null> {
    const { today } = this.scope;
    const on = dayAsked(asked, today);
    const [marked, rolls] = await Promise.all([this.asAt(on).of(childId), this.records.rollsOf(childId)]);
    if (marked === null) return null;
    const known = await this.knownDays.of(marked.weeks.map(({ schoolUrn }) => schoolUrn));
    return childThresholds({ ...marked, rolls }, { on, today, known });
  }

  private asAt(on: string): Reader {
    const known = this.byDay.get(on);
    if (known) return known;
    const days = { from: lookedBackTo(on), to: on };
    const made: Reader = new RecordReader(this.scope, {
      permit: Permit.for(this.scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' }),
      read: (permit, ids) => this.weeks.ofChildren(permit, ids, days),
      tell: toldOf,
      untold: { weeks: [], diedOn: null },
    });
    this.byDay.set(on, made);
    return made;
  }
}

/** In part, no day and no school may be told, and a threshold is of both. */
function toldOf(seen: Seen<StoredWeek>): Marked | null {
  switch (seen.outcome) {
    case 'FULL':
      return { weeks: seen.rows, diedOn: seen.diedOn };
    case 'REDACTED':
      return null;
    case 'EXISTENCE_ONLY':
      return { weeks: [], diedOn: null };
  }
}
