import { describe, expect, it } from '@jest/globals';
import { checkJson } from './json-limits.js';
import { parseQuestion } from './question.js';

const nested = (levels: number): string =>
  `{"query":"{a}","variables":{"v":${'['.repeat(levels)}1${']'.repeat(levels)}}}`;

describe('the JSON of a question', () => {
  it.each([
    ['5,000 levels of lists', nested(5000)],
    ['100,000 levels of lists', nested(100_000)],
    ['5,000 levels of objects', `{"query":"{a}","variables":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`],
    ['5,000 levels outside the variables', `{"query":"{a}","extensions":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`],
    ['2,001 values', JSON.stringify({ query: '{a}', variables: { v: Array(2001).fill(1) } })],
    [
      '100,000 keys',
      JSON.stringify({
        query: '{a}',
        variables: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${String(at)}`, 1])),
      }),
    ],
    ['__proto__ as a variable', '{"query":"{a}","variables":{"__proto__":{"admin":true}}}'],
    ['__proto__ within a variable', '{"query":"{a}","variables":{"v":[{"__proto__":1}]}}'],
    ['__proto__ beside them', '{"__proto__":{"query":"{a}"}}'],
  ])('is refused with %s', (_, body) => {
    expect(() => parseQuestion(body)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('may hold what forms hold', () => {
    const form = {
      changes: Array.from({ length: 100 }, (_, at) => ({
        id: String(at),
        constructor: null,
        at: { on: '2026-11-20' },
      })),
    };
    expect(() => {
      checkJson({ query: '{a}', variables: { form } });
    }).not.toThrow();
  });
});
