import { describe, expect, it } from '@jest/globals';
import type { SampleChild } from '../child.js';
import { academicYearOf } from '../calendar.js';
import { daysBetween } from '../dates.js';
import { marksOf } from '../marks.js';
import { Random } from '../random.js';
import { stories } from './stories.js';

const asAt = '2026-11-20';

function story(key: string): SampleChild {
  const found = stories(asAt).find(({ child }) => child.key === key);
  if (found === undefined) throw new Error(`No story ${key}.`);
  return found.child;
}

function attendancePercent(child: SampleChild): number {
  const codes = (child.schooling?.enrolments ?? [])
    .flatMap((enrolment) => [...marksOf(enrolment, academicYearOf(asAt), new Random('story'))])
    .flatMap(({ am, pm }) => [am, pm])
    .filter((code) => code !== '#' && code !== 'D');
  return (100 * codes.filter((code) => code === '/' || code === '\\').length) / codes.length;
}

describe('the story children', () => {
  it('keep their identifiers whatever the day', () => {
    const identifiers = (day: string) =>
      stories(day).map(({ child }) => [child.key, child.atSchool.upn, child.inHealth.nhsNumber, child.socialCare?.id]);
    expect(identifiers('2027-06-01')).toEqual(identifiers(asAt));
  });

  it('have one with something in every domain, written down alike by every agency', () => {
    const child = story('all-five');
    expect(child.inCare).toEqual(child.atSchool);
    expect(child.inHealth).toEqual(child.atSchool);
    expect(child.schooling).toMatchObject({
      senProvision: 'E',
      enrolments: [{ school: { urn: '900001' }, until: null }],
    });
    expect(Math.round(attendancePercent(child))).toBe(88);
    expect(child.socialCare?.care.at(-1)).toMatchObject({ until: null, legalStatus: 'C2' });
    expect(child.socialCare?.allocations.at(-1)).toMatchObject({ until: null, worker: { id: 'sw-001' } });
    expect(child.peps).toMatchObject([{ term: '2026/27 AUT', dueOn: '2026-09-15', completedOn: '2026-09-08' }]);
    const [camhs, salt] = child.waits;
    expect(camhs).toMatchObject({ service: 'CAMHS', status: 'ACCEPTED_WAITING' });
    expect(daysBetween(camhs?.receivedOn ?? asAt, asAt)).toBeGreaterThan(18 * 7);
    expect(salt).toMatchObject({ service: 'SALT', status: 'BOOKED' });
  });

  it('have one on a protection plan that followed a Child in Need plan on the same day', () => {
    const need = story('child-protection').socialCare?.needs[0];
    expect(need?.protection?.until).toBeNull();
    expect(need?.plans?.[0]?.until).toBe(need?.protection?.from);
  });

  it('have one on a Child in Need plan who misses far more than a tenth of sessions', () => {
    expect(attendancePercent(story('cin-persistently-absent'))).toBeLessThan(75);
  });

  it('have twins who share all but a given name and the numbers', () => {
    const [one, two] = [story('twin-one').atSchool, story('twin-two').atSchool];
    expect({ ...one, forename: '', upn: '', nhsNumber: '' }).toEqual({ ...two, forename: '', upn: '', nhsNumber: '' });
    expect(one.upn === two.upn || one.nhsNumber === two.nhsNumber || one.forename === two.forename).toBe(false);
  });

  it('have an adopted child with nothing but the birthday in common with the child before', () => {
    const [now, before] = [story('adopted'), story('adopted-before')];
    const held = JSON.stringify(before);
    const inCommon = Object.values<string | null>({ ...now.atSchool }).filter((value) => value && held.includes(value));
    expect(inCommon).toEqual([now.atSchool.dob]);
    expect(before.schooling).toBeNull();
    expect(before.socialCare?.care.at(-1)?.reasonEnded).toBe('E12');
  });
});
