import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { schoolDays, SESSIONS } from '../../../platform/code-sets/register-week.js';
import { isOnRoll } from '../../../platform/code-sets/sessions.js';
import type { PackedWeek } from './packed-week.js';

/**
 * The ten codes of a week that count: a mark of a day on which the child was not on that school's roll is kept, and is no
 * session of anybody's. @throws Defect for bytes that packWeek never wrote.
 */
export function countedCodes({ weekBeginning, marks, onRoll }: PackedWeek): (string | null)[] {
  const codes = unpackWeek(marks);
  const counts = schoolDays(weekBeginning).map((on) => isOnRoll(onRoll, on));
  return counts.includes(false)
    ? codes.map((code, slot) => (counts[Math.floor(slot / SESSIONS.length)] ? code : null))
    : codes;
}
