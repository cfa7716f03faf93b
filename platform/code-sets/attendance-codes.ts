import { z } from 'zod';
import { AttendanceCategory } from '../vocabulary/attendance-category.js';
import { codeSet } from './code-set.js';

/** One published attendance code. Its category holds from `validFrom` to `validTo`, both inclusive; null is without end. */
export interface AttendanceCode {
  readonly code: string;
  readonly label: string;
  readonly category: AttendanceCategory;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const SHAPE = z.object({
  codes: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      category: z.enum(AttendanceCategory),
      validFrom: z.iso.date().nullable(),
      validTo: z.iso.date().nullable(),
    }),
  ),
});

/**
 * Every code that is or was in force, by code. Source: School Attendance (Pupil Registration) (England) Regulations
 * 2024, regulation 10, and the codes they withdrew on 19 August 2024.
 */
export const ATTENDANCE_CODES: ReadonlyMap<string, AttendanceCode> = new Map(
  codeSet('attendance_codes', SHAPE).codes.map((entry) => [entry.code, entry]),
);

/**
 * What a code meant on the day of the session; null where it was not in force. The day matters: J was an approved
 * educational activity until 18 August 2024, its successor J1 is an authorised absence.
 */
export function attendanceCode(code: string, on: string): AttendanceCode | null {
  const entry = ATTENDANCE_CODES.get(code);
  if (!entry || (entry.validFrom !== null && on < entry.validFrom) || (entry.validTo !== null && on > entry.validTo)) {
    return null;
  }
  return entry;
}
