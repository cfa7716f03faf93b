import { describe, expect, it } from '@jest/globals';
import { pepsToMake } from '../pep/duty/peps-to-make.js';
import { unwritten } from '../pep/duty/standing-plan.js';
import { pepAttention } from './pep-attention.js';

const plan = (term: string, dueOn: string, completedOn: string | null = null) => ({
  ...unwritten,
  ...{ term, dueOn, completedOn },
});
const care = (from: string, until: string | null = null) => pepsToMake([{ from, until }], '2015-02-11');
const long = care('2024-01-08');
const endOfSchool = '2033-09-01';
const told = (duties: typeof long, ...plans: ReturnType<typeof plan>[]) =>
  pepAttention(plans, duties).map(({ from, until }) => [from, until]);

describe('what of Personal Education Plans needs attention', () => {
  it('is one that is overdue, said beforehand, until it is completed', () => {
    expect(told(long, plan('2026/27 Autumn', '2026-12-18'))).toEqual([['2026-12-19', endOfSchool]]);
    expect(told(long, plan('2026/27 Autumn', '2026-10-09', '2026-11-02'))).toEqual([['2026-10-10', '2026-11-02']]);
    expect(told(long, plan('2026/27 Autumn', '2026-10-09', '2026-10-09'))).toEqual([]);
    expect(pepAttention([plan('2026/27 Autumn', '2026-10-09')], long).map(({ fact }) => fact)).toEqual([
      'The Personal Education Plan of 2026/27 Autumn was due by 9 October 2026.',
    ]);
  });

  it('is made up for by a later one, and by no earlier one', () => {
    const summer = plan('2025/26 Summer', '2026-06-12');
    expect(told(long, summer, plan('2026/27 Autumn', '2026-10-09', '2026-10-02'))).toEqual([
      ['2026-06-13', '2026-10-02'],
    ]);
    expect(told(long, plan('2025/26 Spring', '2026-03-02', '2026-07-01'), summer)).toEqual([
      ['2026-03-03', '2026-07-01'],
      ['2026-06-13', endOfSchool],
    ]);
  });

  it('is none that is not to be made: of a term before care, after it, or of which no file tells', () => {
    const autumn = plan('2026/27 Autumn', '2026-10-09');
    expect(told([], autumn)).toEqual([]);
    expect(told(care('2027-02-01'), autumn)).toEqual([]);
    expect(told(care('2024-01-08', '2026-11-02'), autumn)).toEqual([['2026-10-10', '2026-11-02']]);
    expect(told(long)).toEqual([]);
  });
});
