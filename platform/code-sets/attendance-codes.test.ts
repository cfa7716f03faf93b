import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { AttendanceCategory } from '../vocabulary/attendance-category.js';
import { ATTENDANCE_CODES, attendanceCode } from './attendance-codes.js';
import { codeSet } from './code-set.js';

const LAST_OLD = '2024-08-18';
const FIRST_NEW = '2024-08-19';

describe('a code set', () => {
  it('is read from the product, wherever the code runs', () => {
    expect(codeSet('sen2_codes', z.object({ Week20: z.record(z.string(), z.string()) })).Week20).toHaveProperty('1');
  });

  it('is refused where it has not the shape asked for, or does not exist', () => {
    expect(() => codeSet('sen2_codes', z.object({ Week20: z.number() }))).toThrow();
    expect(() => codeSet('no_such_set', z.unknown())).toThrow();
  });
});

describe('the attendance codes', () => {
  it.each(['/', '\\', 'L'])('counts %s as present', (code) => {
    expect(attendanceCode(code, FIRST_NEW)?.category).toBe(AttendanceCategory.PRESENT);
  });

  it('counts U as an unauthorised absence', () => {
    expect(attendanceCode('U', FIRST_NEW)?.category).toBe(AttendanceCategory.UNAUTHORISED_ABSENCE);
  });

  it.each(['D', 'Q', 'X', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'])('counts %s as no possible attendance', (code) => {
    expect(attendanceCode(code, FIRST_NEW)?.category).toBe(AttendanceCategory.NOT_A_POSSIBLE_ATTENDANCE);
  });

  it.each([
    ['H', AttendanceCategory.AUTHORISED_ABSENCE],
    ['J', AttendanceCategory.APPROVED_EDUCATIONAL_ACTIVITY],
    ['Y', AttendanceCategory.NOT_A_POSSIBLE_ATTENDANCE],
  ])('takes %s up to 18 August 2024 and not after', (code, category) => {
    expect(attendanceCode(code, LAST_OLD)?.category).toBe(category);
    expect(attendanceCode(code, FIRST_NEW)).toBeNull();
  });

  it.each(['C1', 'C2', 'J1', 'K', 'Q', 'Y1', 'Y7'])('takes %s from 19 August 2024 and not before', (code) => {
    expect(attendanceCode(code, LAST_OLD)).toBeNull();
    expect(attendanceCode(code, FIRST_NEW)).not.toBeNull();
  });

  it('counts an interview as an absence since J became J1', () => {
    expect(attendanceCode('J1', FIRST_NEW)?.category).toBe(AttendanceCategory.AUTHORISED_ABSENCE);
  });

  it('knows no code that was never published, nor one in small letters', () => {
    for (const code of ['', '?', 'l', 'F', '//', 'Y8', 'constructor'])
      expect(attendanceCode(code, FIRST_NEW)).toBeNull();
  });

  it('holds 34 codes in force and 3 withdrawn', () => {
    expect(ATTENDANCE_CODES.size).toBe(37);
  });
});
