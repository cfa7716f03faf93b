import { attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import { toSchool } from '../school/school.mapper.js';
import type { StoredCorrection } from './attendance-correction.repository.js';
import type { AttendanceCorrection } from './attendance-correction.type.js';

function meaningOf(code: string, on: string): string {
  const published = attendanceCode(code, on);
  if (!published) throw new Defect('A stored attendance mark has no meaning on its day.');
  return published.label;
}

/** A correction as clients see it. */
export function toCorrection(stored: StoredCorrection): AttendanceCorrection {
  const { on, session, school, was, became, file, recordedAt } = stored;
  const [wasMeaning, becameMeaning] = [meaningOf(was, on), meaningOf(became, on)];
  return { on, session, school: toSchool(school), was, wasMeaning, became, becameMeaning, file, recordedAt };
}
