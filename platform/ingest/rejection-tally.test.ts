import { describe, expect, it } from '@jest/globals';
import { RejectionTally } from './rejection-tally.js';

const rejection = (rule: string, line: number) => ({ file: 'f.csv', line, rule, reason: `Because of ${rule}.` });

describe('a tally of rejections', () => {
  it('counts by rule, most frequent first', () => {
    const tally = new RejectionTally();
    tally.add([rejection('date-not-iso', 2)]);
    tally.add([rejection('column-count', 3), rejection('date-not-iso', 4)]);
    expect(tally.total()).toBe(3);
    expect(tally.byRule()).toEqual([
      { rule: 'date-not-iso', reason: 'Because of date-not-iso.', count: 2 },
      { rule: 'column-count', reason: 'Because of column-count.', count: 1 },
    ]);
  });
});
