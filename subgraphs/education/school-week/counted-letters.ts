import { ATTENDANCE_CODES } from '../../../platform/code-sets/attendance-codes.js';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { AttendanceCategory } from '../../../platform/vocabulary/attendance-category.js';

const { PRESENT, APPROVED_EDUCATIONAL_ACTIVITY, AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE } = AttendanceCategory;

/**
 * The letters of a packed week that are attended, authorised absence and unauthorised absence, in this order: what the
 * database counts by. A code has one category for as long as it is in force, and ingest takes none outside that time.
 */
export const countedLetters: readonly string[] = [
  lettersOf(PRESENT, APPROVED_EDUCATIONAL_ACTIVITY),
  lettersOf(AUTHORISED_ABSENCE),
  lettersOf(UNAUTHORISED_ABSENCE),
];

function lettersOf(...categories: readonly AttendanceCategory[]): string {
  const codes = [...ATTENDANCE_CODES.values()].filter(({ category }) => categories.includes(category));
  return codes.map(({ code }) => packWeek([code]).toString('latin1', 0, 1)).join('');
}
