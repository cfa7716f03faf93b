import { describe, expect, it } from '@jest/globals';
import { schoolsFor, type School } from '../area.js';
import { academicYearBefore } from '../calendar.js';
import type { Enrolment } from '../child.js';
import { Random } from '../random.js';
import { sampleRates } from '../sample.js';
import { daysSuspended } from '../suspension.js';
import type { Group, Measure } from './published-rates.js';
import { rollCounts } from './roll-counts.js';

const asAt = '2026-11-20';
const [school] = schoolsFor(0) as readonly [School];
const roll: Enrolment = {
  ...{ school, ncYear: '5', status: 'C', from: '2021-09-01', until: null },
  pattern: { absence: 0, even: true, suspensions: [daysSuspended('2025-11-03', 3, ['DB'])] },
};

describe('what a year of one roll comes to', () => {
  const year = academicYearBefore(asAt);

  it('is its sessions and those missed, and what it was suspended for in that year', () => {
    const open = 2 * year.days.filter(({ closed }) => !closed).length;
    expect(rollCounts(roll, year, new Random('test'))).toMatchObject({
      year: { possible: open, missed: 6 },
      autumn: { missed: 6 },
      ...{ suspensions: 1, exclusions: 0 },
    });
    expect(open / 2).toBeGreaterThanOrEqual(188);
    expect(open / 2).toBeLessThanOrEqual(195);
  });

  it('leaves out what was cancelled, lies in another year, or is no session of this school', () => {
    const cancelled = { ...daysSuspended('2025-11-03', 3, ['DB']), cancelled: { on: '2025-11-03', served: 0 } };
    const suspensions = [cancelled, daysSuspended('2026-09-10', 1, ['DB'])];
    const elsewhere = { ...roll, pattern: { ...roll.pattern, suspensions, elsewhereFrom: '2025-09-03' } };
    expect(rollCounts(elsewhere, year, new Random('test'))).toMatchObject({
      year: { possible: 4, missed: 0 },
      ...{ suspensions: 0, exclusions: 0 },
    });
  });
});

describe('the rates of an area of 4,000', () => {
  const rates = sampleRates({ children: 4000, seed: 7, asAt });
  const off = (measure: Measure, group: Group): number => {
    const rate = rates.find((one) => one.measure === measure && one.group === group);
    return (rate?.area ?? NaN) / (rate?.england ?? NaN);
  };

  it('are as England’s, as near as chance in so few children lets them be', () => {
    for (const group of ['all', 'primary', 'secondary'] as const) {
      expect(off('absence', group)).toBeGreaterThan(0.8);
      expect(off('absence', group)).toBeLessThan(1.2);
      expect(off('persistent', group)).toBeGreaterThan(0.75);
      expect(off('persistent', group)).toBeLessThan(1.25);
    }
    for (const measure of ['suspensions', 'suspended'] as const) {
      expect(off(measure, 'all')).toBeGreaterThan(0.7);
      expect(off(measure, 'all')).toBeLessThan(1.3);
    }
    expect(off('shareOfSuspensions', 'SEN support')).toBeGreaterThan(0.7);
    expect(off('shareOfSuspensions', 'SEN support')).toBeLessThan(1.3);
    expect(off('excluded', 'all')).toBeLessThan(3);
  });

  it('are the same for the same arguments', () => {
    expect(sampleRates({ children: 300, seed: 7, asAt })).toEqual(sampleRates({ children: 300, seed: 7, asAt }));
  });
});
