import { describe, expect, it } from '@jest/globals';
import { areaChildren } from './area-children.js';
import { academicYearOf } from './calendar.js';
import type { SampleChild } from './child.js';
import { marksOf } from './marks.js';
import { Random } from './random.js';
import { stories } from './story/stories.js';

const asAt = '2026-11-20';
const year = academicYearOf(asAt);
const size = 4000;
const told = stories(asAt).map((story) => story.child);
const children = [...told, ...areaChildren(size - told.length, 7, asAt, size)];
const pupils = children.filter((child) => child.schooling !== null);

function share(of: readonly SampleChild[], holds: (child: SampleChild) => boolean): number {
  return (100 * of.filter(holds).length) / of.length;
}

function inNeed(child: SampleChild): boolean {
  return (child.socialCare?.needs ?? []).some((need) => need.until === null && !need.noFurtherAction);
}

function absence(child: SampleChild): number {
  const codes = (child.schooling?.enrolments ?? [])
    .flatMap((enrolment) => [...marksOf(enrolment, year, new Random('marks', child.key, enrolment.school.urn))])
    .flatMap(({ am, pm }) => [am, pm])
    .filter((code) => !['#', 'D', 'X'].includes(code));
  return codes.filter((code) => !['/', '\\', 'L', 'V', 'P', 'B'].includes(code)).length / Math.max(1, codes.length);
}

function between(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThan(least);
  expect(value).toBeLessThan(most);
}

/** Bounds around the figures of national-figures.md, wide enough for chance in 4,000 children. */
describe('an area', () => {
  it('has every child in some file', () => {
    const nowhere = children.filter((child) => !child.schooling && !child.socialCare && child.waits.length === 0);
    expect(nowhere).toEqual([]);
  });

  it('has about 3 % in need, a fifth of them looked after and an eighth on protection plans', () => {
    between(share(children, inNeed), 2.2, 3.9);
    between(
      share(children, (child) => child.socialCare?.care.at(-1)?.until === null),
      0.35,
      1.1,
    );
    between(
      share(children, (child) => child.socialCare?.needs.at(-1)?.protection?.until === null),
      0.2,
      0.8,
    );
  });

  it('has about one pupil in seven on SEN support and one in nineteen with an EHC plan', () => {
    between(
      share(pupils, (child) => child.schooling?.senProvision === 'K'),
      12.5,
      17,
    );
    between(
      share(pupils, (child) => child.schooling?.senProvision === 'E'),
      4,
      6.8,
    );
  });

  it('has about a fifth of pupils persistently absent, and about half of those with a plan', () => {
    const persistently = (child: SampleChild): boolean => absence(child) >= 0.1;
    between(share(pupils, persistently), 16, 24);
    const withPlan = pupils.filter((child) => inNeed(child) && child.socialCare?.care.length === 0);
    between(share(withPlan, persistently), 30, 65);
  });

  it('has waits with a tail past a year', () => {
    const waiting = children.flatMap((child) => child.waits).filter((wait) => wait.status === 'ACCEPTED_WAITING');
    const overAYear = waiting.filter((wait) => wait.receivedOn < '2025-11-21').length / waiting.length;
    between(waiting.length / size, 0.03, 0.12);
    between(overAYear, 0.05, 0.35);
  });

  it('has agencies that disagree: names, dates, homes and missing numbers', () => {
    const inBoth = children.filter((child) => child.schooling && child.waits.length > 0);
    const differs = (field: 'forename' | 'dob' | 'postcode' | 'surname') =>
      share(inBoth, (child) => child.atSchool[field] !== child.inHealth[field]);
    between(differs('forename'), 2, 14);
    between(differs('postcode'), 4, 13);
    expect(differs('dob')).toBeLessThan(4);
    expect(share(pupils, (child) => child.atSchool.upn === null)).toBeLessThan(3);
    expect(children.some((child) => child.atSchool.dob !== child.inHealth.dob)).toBe(true);
  });

  it('has twins: one birthday, home and surname, two children', () => {
    const homes = new Map<string, number>();
    for (const { atSchool } of children) {
      const home = `${atSchool.surname} ${atSchool.dob ?? ''} ${atSchool.postcode}`;
      homes.set(home, (homes.get(home) ?? 0) + 1);
    }
    between([...homes.values()].filter((count) => count === 2).length, 20, 110);
  });
});
