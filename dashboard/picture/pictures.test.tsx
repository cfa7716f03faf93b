import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markupOf } from '../layout/markup.js';
import { blocksOf, weeksTitle } from './attendance-weeks.js';
import { Bands, from, to, width } from './bands.js';
import { Sparkline } from './sparkline.js';
import type { WeekOfAttendance } from './timeline-axis.js';
import { Trend, type TrendLine } from './trend.js';

const states = fc.constantFrom('OPEN', 'CLOSED', 'NOT_RECEIVED');
const week: fc.Arbitrary<WeekOfAttendance> = fc
  .record({
    state: states,
    attended: fc.nat(10),
    authorisedAbsence: fc.nat(10),
    unauthorisedAbsence: fc.nat(10),
    weekBeginning: fc.constant('2026-11-23'),
  })
  .map((one) => ({ ...one, possible: one.attended + one.authorisedAbsence + one.unauthorisedAbsence }));
const weeks = fc.oneof(
  fc.constant([]),
  fc.array(week, { maxLength: 53 }),
  fc.array(week, { minLength: 53, maxLength: 53 }),
);
const percent = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
const point = fc.record({ week: fc.constant('2026-09-07'), percent, apart: fc.boolean() });
const points = fc.array(point, { maxLength: 53 });
const line = (kind: TrendLine['kind']) => points.map((own): TrendLine => ({ kind, title: kind, points: own }));
const lines = fc.tuple(line('ours'), line('national'), line('last-year'));
const sane = (text: string): void => {
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
  expect(text).not.toContain('style=');
};

describe('a picture', () => {
  it('of bands has room for the longest words and numbers', () => {
    // Text of the pictures is 13 px: a letter takes 7.4 of them at the most, as the timeline counts.
    expect('18–52 weeks'.length * 7.4).toBeLessThan(from - 6);
    expect('99999'.length * 7.4).toBeLessThan(width - to - 6);
  });

  it('has only numbers, of no week and of 53, whatever was received', () => {
    fc.assert(fc.property(lines, (drawn) => sane(markupOf(<Trend lines={drawn} title="So many." />))));
    const band = fc.record({ title: fc.constantFrom('0–1 weeks', '52+ weeks'), children: fc.option(fc.nat()) });
    fc.assert(fc.property(fc.array(band), (bands) => sane(markupOf(<Bands bands={bands} />))));
    fc.assert(
      fc.property(weeks, percent, (drawn, attendancePercent) =>
        sane(markupOf(<Sparkline weeks={drawn.map((one) => ({ ...one, attendancePercent }))} />)),
      ),
    );
  });

  it('shows a week that was not received as that, and never as nought', () => {
    const drawn = {
      weekBeginning: '2026-11-23',
      state: 'NOT_RECEIVED',
      possible: 0,
      attended: 0,
      authorisedAbsence: 0,
      unauthorisedAbsence: 0,
    };
    expect(blocksOf(drawn, 100, 80)).toEqual([{ shade: 'not-received', y: 20, height: 80 }]);
    expect(weeksTitle([drawn])).toBe('Attended 0 of 0 sessions in 1 week. Of 1 week nothing was received.');
    const spark = markupOf(<Sparkline weeks={[{ ...drawn, attendancePercent: null }]} />);
    expect(spark).toContain('not received');
    expect(spark).not.toContain('0%');
  });

  it('stacks a week within its column, from below', () => {
    fc.assert(
      fc.property(week, (one) => {
        const blocks = blocksOf({ ...one, state: 'OPEN' }, 100, 80);
        const total = blocks.reduce((sum, { height }) => sum + height, 0);
        expect(total).toBeLessThanOrEqual(80.2);
        for (const { y, height } of blocks) expect(y + height).toBeLessThanOrEqual(100.2);
      }),
    );
  });
});
