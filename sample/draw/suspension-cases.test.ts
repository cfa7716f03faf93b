import { describe, expect, it } from '@jest/globals';
import { areaChildren } from '../area-children.js';
import { academicYearOf, openDays } from '../calendar.js';
import type { Enrolment, SampleChild } from '../child.js';
import type { Suspension } from '../suspension.js';

interface Told {
  readonly child: SampleChild;
  readonly roll: Enrolment;
  readonly suspensions: readonly Suspension[];
}

/** Who was suspended in the academic year of the day, once for each roll. */
function suspendedBy(asAt: string): readonly Told[] {
  const { startsOn } = academicYearOf(asAt);
  return [...areaChildren(900, 3, asAt, 900)].flatMap((child) =>
    (child.schooling?.enrolments ?? [])
      .map((roll) => ({
        ...{ child, roll },
        suspensions: (roll.pattern.suspensions ?? []).filter(({ from }) => from >= startsOn),
      }))
      .filter(({ suspensions }) => suspensions.length > 0),
  );
}

describe.each(['2026-11-20', '2026-06-30'])('an area seen on %s', (asAt) => {
  const suspended = suspendedBy(asAt);
  const long = suspended.flatMap(({ suspensions }) => suspensions).filter(({ length }) => length >= 12);

  it('has a looked-after child suspended, and one of Year 11', () => {
    expect(suspended.some(({ child }) => child.socialCare?.care.at(-1)?.until === null)).toBe(true);
    expect(suspended.some(({ roll }) => roll.ncYear === '11')).toBe(true);
  });

  it('has a sixth day with education elsewhere, on that very day, and one without', () => {
    const open = openDays(academicYearOf(asAt));
    const inPlace = long.filter(({ provision }) => provision !== undefined);
    expect(inPlace.length).toBeGreaterThan(0);
    for (const { from, provision } of inPlace) expect(provision?.on).toBe(open[open.indexOf(from) + 5]);
    expect(long.some(({ provision }) => provision === undefined)).toBe(true);
  });

  it('has a child suspended twice within one half-term', () => {
    const { days } = academicYearOf(asAt);
    const closed = new Set(days.filter((day) => day.closed).map(({ date }) => date));
    const noHoliday = (first: string, second: string): boolean =>
      days.filter(({ date }) => first < date && date < second && closed.has(date)).length < 5;
    const pairs = suspended.flatMap(({ suspensions }) =>
      suspensions.slice(1).map(({ from }, at) => [suspensions[at]?.from ?? '', from] as const),
    );
    expect(pairs.some(([first, second]) => noHoliday(first, second))).toBe(true);
  });

  it('has none that begins outside its roll, or while another holds', () => {
    const open = openDays(academicYearOf(asAt));
    for (const { roll, suspensions } of suspended) {
      let free = 0;
      for (const { from, length } of suspensions) {
        expect(from >= roll.from && (roll.until === null || from < roll.until)).toBe(true);
        expect(open.indexOf(from)).toBeGreaterThanOrEqual(free);
        free = open.indexOf(from) + Math.ceil(length / 2);
      }
    }
  });
});
