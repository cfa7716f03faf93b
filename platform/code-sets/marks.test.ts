import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTENDANCE_CODES } from './attendance-codes.js';
import { NO_MARK, packWeek, unpackWeek } from './marks.js';

const codes = [...ATTENDANCE_CODES.keys()];
const week = fc.array(fc.constantFrom(null, ...codes), { minLength: 10, maxLength: 10 });

describe('a packed week', () => {
  it('gives back every week that was packed', () => {
    fc.assert(
      fc.property(week, (marks) => {
        const packed = packWeek(marks);
        expect(packed).toHaveLength(10);
        expect(unpackWeek(packed)).toEqual(marks);
      }),
    );
  });

  it('has a printable byte of its own for every code and for no mark', () => {
    const bytes = codes.map((code) => packWeek([code])[0] ?? 0);
    expect(new Set([...bytes, NO_MARK.charCodeAt(0)]).size).toBe(codes.length + 1);
    for (const byte of bytes) expect(byte > 0x20 && byte < 0x7f).toBe(true);
  });

  it('keeps the bytes that rows already hold', () => {
    expect(packWeek(['/', '\\', 'C1', 'C2', 'J1', 'Y1', 'Y7', '#', null, 'L']).toString('latin1')).toBe('/\\abj17#.L');
  });

  it('fills sessions that were not given with no mark', () => {
    expect(packWeek([]).toString('latin1')).toBe('..........');
    expect(unpackWeek(packWeek(['/']))).toEqual(['/', ...new Array<null>(9).fill(null)]);
  });

  it('refuses an unpublished code, an eleventh session, a short row and a strange byte', () => {
    expect(() => packWeek(['F'])).toThrow('never published');
    expect(() => packWeek(new Array<null>(11).fill(null))).toThrow('ten sessions');
    expect(() => unpackWeek(new Uint8Array(9))).toThrow('ten bytes');
    expect(() => unpackWeek(new Uint8Array(10))).toThrow('stands for no code');
  });
});
