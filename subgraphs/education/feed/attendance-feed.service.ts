import { Permit } from '../../../platform/access/permit.js';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { AttendanceWeekRepository, StoredWeek } from '../attendance/attendance-week.repository.js';
import { countedCodes } from '../attendance/counted-codes.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { EducationAttendance, EducationAttendanceWeek } from './attendance-feed.type.js';

/** The audited internal feed of registers: for system callers alone, by key. */
export class AttendanceFeedService {
  constructor(
    private readonly scope: RequestScope,
    private readonly weeks: AttendanceWeekRepository,
  ) {}

  async of(children: readonly string[]): Promise<EducationAttendance[]> {
    const { caller } = this.scope;
    const permit = Permit.forSystem(caller, { holder: Domain.EDUCATION, tier: 'T2', operation: 'attendance-feed' });
    const { rows } = await this.weeks.allOfChildren(permit, children);
    const found = groupBy(rows, ({ childId }) => childId);
    return children.map((childId) => ({ childId, weeks: (found.get(childId) ?? []).flatMap(weekOf) }));
  }
}

const blank = packWeek([]).toString('latin1');

/** What is no session of the child's leaves the house as no mark: whoever keeps a copy counts what we count. */
function weekOf(week: StoredWeek): EducationAttendanceWeek[] {
  const { schoolUrn, weekBeginning } = week;
  const marks = packWeek(countedCodes(week)).toString('latin1');
  return marks === blank ? [] : [{ schoolUrn, weekBeginning, marks }];
}
