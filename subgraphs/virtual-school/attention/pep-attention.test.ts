import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { academicTerm, daysOfTerm } from '../../../platform/code-sets/academic-term.js';
import { overdueOf } from '../overdue-peps/overdue-of.js';
import { pepsToMake } from '../pep/duty/peps-to-make.js';
import { unwritten } from '../pep/duty/standing-plan.js';
import { pepAttention, unwrittenPepAttention } from './pep-attention.js';

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

describe('what of plans that no file tells of needs attention', () => {
  const [autumn, spring] = ['2026/27 Autumn', '2026/27 Spring'];
  const unwrittenOf = (duties: typeof long, toldFrom: string | null, ...plans: ReturnType<typeof plan>[]) =>
    unwrittenPepAttention(plans, duties, toldFrom)
      .filter(({ from }) => from > '2026')
      .map(({ key, from, until }) => [key.split('/').slice(1).join('/'), from, until]);
  const ended = care('2024-01-08', '2027-06-01');

  it('is each from the day after its term, from the first term of files on, and none that was never owed', () => {
    expect(unwrittenOf(ended, autumn)).toEqual([
      [autumn, '2027-01-01', '2027-06-01'],
      [spring, '2027-04-01', '2027-06-01'],
    ]);
    expect(unwrittenPepAttention([], ended, autumn)[1]).toMatchObject({
      ...{ kind: 'PEP_OVERDUE', since: '2027-01-01' },
      fact: 'The Personal Education Plan of 2026/27 Autumn was due by 31 December 2026; none is known to be made.',
    });
  });

  it('is made up for by a plan that is completed later, and is none that a file tells of', () => {
    expect(unwrittenOf(ended, autumn, plan(spring, '2027-03-31', '2027-02-01'))).toEqual([
      [autumn, '2027-01-01', '2027-02-01'],
    ]);
    expect(unwrittenOf(ended, autumn, plan(autumn, '2026-12-18'))).toEqual([[spring, '2027-04-01', '2027-06-01']]);
  });

  it('is the first of care alone where no file tells of plans, within its term', () => {
    // Twenty working days after 7 September 2026: 5 October.
    expect(unwrittenOf(care('2026-09-07'), null)).toEqual([[autumn, '2026-10-06', '2027-01-01']]);
    expect(unwrittenOf(care('2026-09-07'), autumn).slice(0, 2)).toEqual([
      [autumn, '2026-10-06', endOfSchool],
      [spring, '2027-04-01', endOfSchool],
    ]);
  });

  it('stands, with what is written, on exactly the days on which the list of overdue plans names the child', () => {
    const after = (on: string, days: number): string => Temporal.PlainDate.from(on).add({ days }).toString();
    const day = fc.integer({ min: 0, max: 700 }).map((days) => after('2025-09-01', days));
    const terms = ['2025/26 Autumn', '2025/26 Spring', '2025/26 Summer', '2026/27 Autumn', '2026/27 Spring'];
    // A plan is due within its own term, and completed from its first day on.
    const plans = fc.uniqueArray(
      fc.record({
        term: fc.constantFrom(...terms),
        dueAfter: fc.integer({ min: 0, max: 85 }),
        doneAfter: fc.option(fc.integer({ min: 0, max: 300 })),
      }),
      { selector: ({ term }) => term, maxLength: 4 },
    );
    const periods = fc.uniqueArray(day, { maxLength: 3 }).map((days) => {
      const [first, second, third] = [...days].sort();
      if (first === undefined) return [];
      const held = { from: first, until: second ?? null };
      return third === undefined ? [held] : [held, { from: third, until: null }];
    });
    const others = fc.option(fc.constantFrom(...terms));
    fc.assert(
      fc.property(plans, periods, others, fc.array(day, { maxLength: 6 }), (drawn, held, other, days) => {
        const written = drawn.map(({ term, dueAfter, doneAfter }) => {
          const { from } = daysOfTerm(term) ?? { from: '' };
          return plan(term, after(from, dueAfter), doneAfter === null ? null : after(from, doneAfter));
        });
        const toldFrom = [...written.map(({ term }) => term), other].flatMap((term) => term ?? []).sort()[0] ?? null;
        const duties = pepsToMake(held, '2015-02-11');
        const facts = [...pepAttention(written, duties), ...unwrittenPepAttention(written, duties, toldFrom)];
        for (const today of days) {
          // A file tells of what is done: of a plan that is completed on a day to come nothing was known on this one.
          if (written.some(({ completedOn }) => completedOn !== null && completedOn > today)) continue;
          const [present] = [academicTerm(today), toldFrom ?? academicTerm(today)].sort();
          const open = duties.filter(
            ({ from, until, term }) => from <= today && today < until && term >= (present ?? ''),
          );
          const standing = facts.some(({ from, until }) => from <= today && (until === null || today < until));
          const childless = written.map((one) => ({ ...one, childId: 'a child' }));
          expect([today, standing]).toEqual([today, overdueOf(childless, open, today) !== null]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
