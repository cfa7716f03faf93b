import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { schoolDays, SESSIONS } from '../../../platform/code-sets/register-week.js';
import type { PackedWeek } from './packed-week.js';

/**
 * The ten codes of a week that count: a mark of a day on which the child was not on that school's roll is kept, and is no
 * session of anybody's. The first day on the roll counts, the leaving day does not. A school that we know by its registers
 * alone has said no bounds, so that all it marked counts. Source: The School Attendance (Pupil Registration) (England)
 * Regulations 2024: attendance is recorded of pupils whose names are in the admission register.
 * @throws Defect for bytes that packWeek never wrote.
 */
export function countedCodes({ weekBeginning, marks, onRoll }: PackedWeek): (string | null)[] {
  const codes = unpackWeek(marks);
  if (onRoll === null) return codes;
  const days = schoolDays(weekBeginning);
  const counts = days.map((on) => onRoll.some(({ from, until }) => from <= on && (until === null || on < until)));
  return counts.includes(false)
    ? codes.map((code, slot) => (counts[Math.floor(slot / SESSIONS.length)] ? code : null))
    : codes;
}
