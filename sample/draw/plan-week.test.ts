import { describe, expect, it } from '@jest/globals';
import { areaChildren } from '../area-children.js';
import { academicYearOf } from '../calendar.js';
import type { SampleChild } from '../child.js';
import { marksOf } from '../marks.js';
import { Random } from '../random.js';

const asAt = '2026-11-20';
const [monday, friday] = ['2026-11-09', '2026-11-13'];

const everyone = [...areaChildren(1500, 7, asAt, 1500)];

const codes = ({ schooling }: SampleChild): string[] =>
  (schooling?.enrolments.slice(-1) ?? [])
    .flatMap((enrolment) => [...marksOf(enrolment, academicYearOf(asAt), new Random('week'))])
    .filter(({ date }) => monday <= date && date <= friday)
    .flatMap(({ am, pm }) => [am, pm]);

describe('the week before, of the children on plans', () => {
  it('has a worker who handed over, a part-time timetable, and reasons not given on two days running', () => {
    const handedOver = everyone.filter(({ socialCare }) =>
      socialCare?.allocations.some(({ from }, at) => at > 0 && monday <= from && from <= friday),
    );
    expect(handedOver.length).toBeGreaterThan(1);
    const plans = everyone.filter(({ socialCare }) => socialCare?.needs.some(({ plans: own }) => own));
    expect(plans.filter((child) => codes(child).includes('C2')).length).toBeGreaterThan(1);
    expect(plans.filter((child) => codes(child).slice(4, 8).join('') === 'NNNN').length).toBeGreaterThan(1);
  });

  it('has nothing of it for the others', () => {
    const others = everyone.filter(({ socialCare }) => socialCare === null);
    expect(others.filter((child) => codes(child).includes('N'))).toEqual([]);
  });
});
