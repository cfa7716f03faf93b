import { describe, expect, it } from '@jest/globals';
import { FaultLedger } from '../platform/ingest/fault-ledger.js';
import { noCounts } from '../platform/ingest/ingest-counts.js';
import { ingestReport, rejectLines } from './ingest-report.js';

function ledger(): FaultLedger {
  const faults = new FaultLedger();
  for (const line of [5, 2, 3, 4, 9])
    faults.add([{ file: 'a.csv', line, rule: 'date-not-iso', reason: 'dob is not a date.', whole: true }]);
  faults.add([{ file: 'a, b.csv', line: 7, rule: 'upn-shape', reason: 'upn is "no" number.', whole: false }]);
  return faults;
}

const counts = {
  ...noCounts('peps'),
  ...{ read: 9, written: 3, unchanged: 1, rejected: { 'date-not-iso': 5 }, rejectedRecords: 5 },
  ...{ leftOut: { 'upn-shape': 1 }, review: 2 },
};

describe('what is printed of an ingest', () => {
  it('has the counts, then each rule with the first lines that met it', () => {
    expect([...ingestReport(counts, ledger())]).toEqual([
      'peps: 9 read, 3 written, 1 unchanged, 5 rejected, 1 part left out, 2 for review',
      '  rejected by date-not-iso: 5',
      '    a.csv line 2: dob is not a date.',
      '    a.csv line 3: dob is not a date.',
      '    a.csv line 4: dob is not a date.',
      '    and 2 more: --rejects FILE.csv lists every line',
      '  left out by upn-shape: 1',
      '    a, b.csv line 7: upn is "no" number.',
    ]);
  });

  it('names the file that has every line, the files that gave nothing, and how exact a dry run is', () => {
    const told = [...ingestReport({ ...counts, nothingOf: ['c.csv'], dryRun: { exact: false } }, ledger(), 'r.csv')];
    expect(told).toContain('  c.csv: nothing of it was taken');
    expect(told).toContain('  every line of them is in r.csv');
    expect(told[1]).toMatch(/^ {2}dry run: it was tried batch by batch/);
    expect(told.join('\n')).not.toContain('--rejects');
  });

  it('is, as a file of rejects, every line in order, whole or part', () => {
    const lines = [...rejectLines(ledger())];
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe('file,line,rule,reason,whole\n');
    expect(lines[1]).toBe('a.csv,2,date-not-iso,dob is not a date.,true\n');
    expect(lines[6]).toBe('"a, b.csv",7,upn-shape,"upn is ""no"" number.",false\n');
  });
});
