import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';
import { DateScalar } from './date-scalar.js';
import { DateTimeScalar } from './date-time-scalar.js';

describe('Date', () => {
  it('takes a day of the calendar and gives it back as it is', () => {
    expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(DateScalar.parseLiteral(parseValue('"2026-09-01"'))).toBe('2026-09-01');
    expect(DateScalar.serialize('2026-09-01')).toBe('2026-09-01');
  });

  it.each(['2023-02-29', '2026-13-01', '2026-9-1', '20260901', '2026-09-01T00:00:00Z', '+002026-09-01', '', 5, null])(
    'refuses %p without repeating it',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow(
        /^A Date (is written YYYY-MM-DD|must be a day of the calendar)\.$/,
      );
    },
  );

  it.each(['0000-01-01', '0000-02-29', '0001-01-01', '1899-12-31', '9900-01-01', '9999-12-31'])(
    'refuses %p, a day that the database has not or that cannot be reckoned from',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow('A Date must be between 1900-01-01 and 9899-12-31.');
      expect(() => DateScalar.parseLiteral(parseValue(`"${value}"`))).toThrow('A Date must be between');
    },
  );

  it('refuses a literal that is not a string, and to send anything but one', () => {
    expect(() => DateScalar.parseLiteral(parseValue('20260901'))).toThrow('YYYY-MM-DD');
    expect(() => DateScalar.serialize(new Date(0))).toThrow('sent as a string');
  });
});

describe('DateTime', () => {
  it('takes an instant with an offset and makes it UTC', () => {
    expect(DateTimeScalar.parseValue('2026-09-07T09:30:00+01:00')).toBe('2026-09-07T08:30:00.000Z');
    expect(DateTimeScalar.parseLiteral(parseValue('"2026-09-07T08:30:00.5Z"'))).toBe('2026-09-07T08:30:00.500Z');
  });

  it('sends a string as it is and a timestamptz as an instant', () => {
    expect(DateTimeScalar.serialize('2026-09-07T08:30:00Z')).toBe('2026-09-07T08:30:00Z');
    expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each(['0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '+010000-01-01T00:00:00Z', '1899-12-31T23:59:59Z'])(
    'refuses %p, an instant that the database has not',
    (value) => {
      expect(() => DateTimeScalar.parseValue(value)).toThrow(/^A DateTime is an ISO 8601 instant of the years/);
    },
  );

  it.each(['2026-09-07', '2026-09-07T08:30:00', 'yesterday', 5, null])('refuses %p', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(/^A DateTime is an ISO 8601 instant/);
  });

  it('refuses a literal that is not a string, and to send anything but an instant', () => {
    expect(() => DateTimeScalar.parseLiteral(parseValue('5'))).toThrow('ISO 8601');
    expect(() => DateTimeScalar.serialize(5)).toThrow('sent as a string');
  });
});
