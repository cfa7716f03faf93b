import { packWeek } from '../../../../platform/code-sets/marks.js';
import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { AttendanceWeekRepository, StoredWeek } from '../attendance-week.repository.js';
import { countedCodes } from '../counted-codes.js';
import type { EducationAttendance, EducationAttendanceWeek } from './attendance-feed.type.js';

/** The audited internal feed of registers: for system callers alone, by key. */
export class AttendanceFeedService {
  readonly of: (children: readonly string[]) => Promise<EducationAttendance[]>;

  constructor(scope: RequestScope, weeks: AttendanceWeekRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'attendance-feed' },
      read: (permit, ids) => weeks.allOfChildren(permit, ids),
      answer: (rows, childId) => ({ childId, weeks: rows.flatMap(weekOf) }),
    });
  }
}

const blank = packWeek([]).toString('latin1');

/** What is no session of the child's leaves the house as no mark: whoever keeps a copy counts what we count. */
function weekOf(week: StoredWeek): EducationAttendanceWeek[] {
  const { schoolUrn, weekBeginning } = week;
  const marks = packWeek(countedCodes(week)).toString('latin1');
  return marks === blank ? [] : [{ schoolUrn, weekBeginning, marks }];
}
