import { describe, expect, it } from '@jest/globals';
import { ATTENDANCE_CODES, attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import { measureAttendance } from '../../../platform/code-sets/attendance-measures.js';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { countedLetters } from './counted-letters.js';

describe('the letters that the database counts', () => {
  it.each([...ATTENDANCE_CODES.keys()])(
    'count %s as the child’s own attendance does, whenever it is in force',
    (code) => {
      const letter = packWeek([code]).toString('latin1', 0, 1);
      const counted = countedLetters.map((letters) => Number(letters.includes(letter)));
      const days = ['2024-07-01', '2026-11-02'].filter((on) => attendanceCode(code, on) !== null);
      expect(days).not.toEqual([]);
      for (const on of days) {
        const week = { weekBeginning: on, codes: [code], schoolUrn: '900001', onRoll: null };
        const own = measureAttendance([week], { from: on, to: on });
        expect(counted).toEqual([own.attended, own.authorisedAbsence, own.unauthorisedAbsence]);
      }
    },
  );
});
