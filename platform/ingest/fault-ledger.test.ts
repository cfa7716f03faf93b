import { describe, expect, it } from '@jest/globals';
import { FaultLedger } from './fault-ledger.js';
import type { Fault } from './record.js';

const fault = (rule: string, line: number, whole = true, file = 'f.csv'): Fault => ({
  file,
  line,
  rule,
  reason: `Because of ${rule}.`,
  whole,
});

const ledger = new FaultLedger();
ledger.add([fault('date-not-iso', 9), fault('upn-shape', 4, false)]);
ledger.add([fault('column-count', 3), fault('date-not-iso', 2), fault('date-not-iso', 1, true, 'g.csv')]);

describe('a ledger of what was not taken', () => {
  it('counts whole records and parts apart, by rule', () => {
    expect(ledger.counts({ whole: true })).toEqual({ 'date-not-iso': 3, 'column-count': 1 });
    expect(ledger.counts({ whole: false })).toEqual({ 'upn-shape': 1 });
    expect(ledger.total()).toBe(5);
  });

  it('counts by rule, most frequent first', () => {
    expect(ledger.byRule()[0]).toEqual({ rule: 'date-not-iso', reason: 'Because of date-not-iso.', count: 2 });
  });

  it('gives everything back, file by file in the order of the lines', () => {
    expect([...ledger.inOrder()].map(({ file, line, whole }) => [file, line, whole])).toEqual([
      ['f.csv', 2, true],
      ['f.csv', 3, true],
      ['f.csv', 4, false],
      ['f.csv', 9, true],
      ['g.csv', 1, true],
    ]);
  });
});
