import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../errors/hub-error.js';
import { academicYearAsked } from './academic-year-asked.js';

describe('an academic year that is asked for', () => {
  it.each(['2026/27', '1999/00', '2009/10'])('is one: %s', (text) => {
    expect(academicYearAsked(text)).toBe(text);
  });

  it.each(['', '2026', '2026/28', '2026-27', '26/27', '2026/2027', ' 2026/27', '0000/01', '9999/00'])(
    'is none: %s',
    (text) => {
      expect(() => academicYearAsked(text)).toThrow(InvalidInput);
    },
  );
});
