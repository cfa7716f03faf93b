import { countsInLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { educationPolicy } from '../child/education.policy.js';
import { toCorrection } from './attendance-correction.mapper.js';
import type { AttendanceCorrectionRepository, StoredCorrection } from './attendance-correction.repository.js';
import type { AttendanceCorrection } from './attendance-correction.type.js';

/** Null where they may not be told. */
type Told = readonly StoredCorrection[] | null;

/** What may be seen of the marks of a child that schools put right. */
export class AttendanceCorrectionService {
  private readonly byDays = new Map<string, RecordReader<StoredCorrection, Told>>();

  constructor(
    private readonly scope: RequestScope,
    private readonly corrections: AttendanceCorrectionRepository,
  ) {}

  /**
   * Of sessions of the given days, both inclusive, or of the current academic year to date, in the order in which they came;
   * null where they may not be told. @throws InvalidInput where the first day is after the last.
   */
  async of(childId: string, from: string | null, to: string | null): Promise<AttendanceCorrection[] | null> {
    const year = academicYearToDate(this.scope.today);
    const days = { from: from ?? year.from, to: to ?? year.to };
    if (days.from > days.to) throw new InvalidInput('from must not be after to.');
    const told = await this.over(days).of(childId);
    return told?.map(toCorrection) ?? null;
  }

  private over(days: Days): RecordReader<StoredCorrection, Told> {
    const name = `${days.from} ${days.to}`;
    const known = this.byDays.get(name);
    if (known) return known;
    const made = new RecordReader<StoredCorrection, Told>(this.scope, {
      permit: Permit.for(this.scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' }),
      read: (permit, ids) => this.corrections.ofChildren(permit, ids, days),
      tell: toldOf,
      untold: [],
    });
    this.byDays.set(name, made);
    return made;
  }
}

/** In part, no day and no school may be told. */
function toldOf(seen: Seen<StoredCorrection>): Told {
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows.filter(({ on }) => countsInLife(on, seen.diedOn));
    case 'REDACTED':
      return null;
    case 'EXISTENCE_ONLY':
      return [];
  }
}
