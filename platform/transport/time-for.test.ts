import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { timeFor, timeForAWrite } from './time-for.js';

describe('the time that a call may take', () => {
  it.each([
    ['a question', 'query Q { a }', 1000],
    ['a question without a name', '{ a }', 1000],
    ['a write', 'mutation M { a }', timeForAWrite(1000)],
    ['a write with its fragments', 'fragment F on T { a } mutation M { t { ...F } }', timeForAWrite(1000)],
  ])('of %s is its own', (_, text, ms) => {
    expect(timeFor(parse(text), 1000)).toBe(ms);
  });

  it('leaves a write time to wait its turn, within the minute that its caller is vouched for', () => {
    expect(timeForAWrite(4500)).toBeGreaterThan(4500);
    expect(timeForAWrite(4500 + 500)).toBeLessThan(60_000);
  });
});
