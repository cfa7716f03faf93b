import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markupOf } from '../layout/markup.js';
import { daysFrom, weeksFrom } from '../words/dates.js';
import { Timeline } from './timeline.js';
import {
  axisOf,
  type Bar,
  columnOf,
  drawings,
  type Lane,
  type TimelineData,
  type WaitBar,
  type WeekOfAttendance,
} from './timeline-axis.js';
import { wordedBeside, wordedOver } from './timeline-marks.js';

const [from, today] = ['2025-11-24', '2026-11-29'];
const day = fc.integer({ min: -200, max: 500 }).map((days) => daysFrom(from, days));
const until = fc.option(day);
const lane = <T,>(items: fc.Arbitrary<T[]>): fc.Arbitrary<Lane<T>> =>
  fc.oneof(
    items.map((all): Lane<T> => ({ kind: 'drawn', items: all })),
    fc.constant<Lane<T>>({ kind: 'unknown' }),
    fc.constant<Lane<T>>({ kind: 'words', lines: ['None recorded', 'that you may see'] }),
  );
const counted = fc.record({ attended: fc.nat(10), authorisedAbsence: fc.nat(10), unauthorisedAbsence: fc.nat(10) });
const weekOf = (weekBeginning: string): fc.Arbitrary<WeekOfAttendance> =>
  fc
    .tuple(counted, fc.constantFrom('OPEN', 'CLOSED', 'NOT_RECEIVED'))
    .map(([sums, state]) => ({ ...sums, weekBeginning, state, possible: Object.values(sums).reduce((a, b) => a + b) }));
const weeks = fc
  .constantFrom(0, 1, 20, 53)
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_none, at) => weekOf(weeksFrom(from, at)))));
const marks = fc.array(fc.record({ on: day, words: fc.constantFrom('1.5 days', 'permanent') }), { maxLength: 8 });
const bars = fc.array(
  fc.record<Bar>({
    ...{ from: day, until, words: fc.constantFrom('Child in need', 'Looked after') },
    shade: fc.constantFrom('care-dark', 'care-pale', 'sen-pale'),
  }),
  { maxLength: 5 },
);
const waits = fc.array(
  fc.record<WaitBar>({
    ...{ name: fc.constant('CAMHS wait'), from: day, until, seen: fc.boolean() },
    standard: fc.option(day.map((on) => ({ on, words: '18 weeks' }))),
  }),
  { maxLength: 4 },
);
const data: fc.Arbitrary<TimelineData> = fc.record({
  ...{ from: fc.constant(from), today: fc.constant(today), attendance: lane(weeks.map((all) => [...all])) },
  ...{ suspensions: lane(marks), moves: marks, care: lane(bars), careDue: fc.array(day), sen: lane(bars) },
  waits: lane(waits),
});
const empty: TimelineData = {
  ...{ from, today, attendance: { kind: 'drawn', items: [] }, suspensions: { kind: 'drawn', items: [] }, moves: [] },
  care: { kind: 'drawn', items: [] },
  careDue: [],
  sen: { kind: 'drawn', items: [] },
  waits: { kind: 'drawn', items: [] },
};
const drawn = (over: Partial<TimelineData>): string =>
  markupOf(<Timeline data={{ ...empty, ...over }} title="Attended." />);

describe('the timeline', () => {
  it('has only numbers, and everything within its width, whatever was received', () => {
    fc.assert(
      fc.property(data, (one) => {
        const text = markupOf(<Timeline data={one} title="Attended 0 of 0 sessions." />);
        expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(text).not.toMatch(/ (?:width|height)="-/);
        expect(text).not.toContain('style=');
        for (const [, x] of text.matchAll(/ x1?="(-?[\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(960);
        }
      }),
    );
  });

  it('has room for 53 weeks of columns beside each other, none before or after the axis', () => {
    for (const drawing of drawings) {
      const axis = axisOf({ from, today }, drawing);
      let end = 0;
      for (let at = 53 - drawing.weeks; at < 52; at += 1) {
        const [x, width] = columnOf({ weekBeginning: weeksFrom(from, at) }, axis);
        expect(x).toBeGreaterThanOrEqual(end);
        expect(width).toBeGreaterThan(8);
        end = x + width;
      }
      expect(end).toBeLessThanOrEqual(drawing.width - drawing.right);
    }
  });

  it('keeps the lane of what could not be asked, hollow, with a question mark, and says none of it', () => {
    const unknown = { kind: 'unknown' } as const;
    const text = drawn({ care: unknown, waits: unknown });
    expect(text.split('could not be asked</text>')).toHaveLength(5);
    expect(text.match(/class="not-received"/g)?.length).toBe(5);
    expect(text).toContain('>Social care<');
    expect(text).toContain('>Waits<');
  });

  it('shows a week that was not received as that, and never as nought', () => {
    const nothing = { possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0 };
    const missing = { weekBeginning: '2026-11-02', state: 'NOT_RECEIVED', ...nothing };
    const text = drawn({ attendance: { kind: 'drawn', items: [missing] } });
    expect(text.split('>?<')).toHaveLength(3);
    expect(text.match(/<path class="not-received"/g)).toHaveLength(2);
    expect(text).not.toContain('<path class="closed"');
  });

  it('tells kinds of absence by a pattern besides the colour, of the drawing’s own', () => {
    const week = { weekBeginning: '2026-11-02', state: 'OPEN', possible: 10 };
    const items = [{ ...week, attended: 6, authorisedAbsence: 2, unauthorisedAbsence: 2 }];
    const text = drawn({ attendance: { kind: 'drawn', items } });
    for (const kind of ['wide', 'narrow'])
      for (const pattern of ['hatch', 'dots']) {
        expect(text).toContain(`id="${kind}-${pattern}"`);
        expect(text).toContain(`fill="url(#${kind}-${pattern})"`);
      }
  });
});

describe('what is written on the timeline', () => {
  it('tells of a wait when it passed its standard, from when on it is drawn otherwise', () => {
    const wait = { name: 'CAMHS wait', from: '2026-03-02', until: null, seen: false };
    const items = [{ ...wait, standard: { on: '2026-07-07', words: '18 weeks' } }];
    const text = drawn({ waits: { kind: 'drawn', items } });
    expect(text).toContain('class="waiting"');
    expect(text).toContain('fill="url(#wide-counter)"');
    expect(text).toContain('>18 weeks<');
    const within = drawn({ waits: { kind: 'drawn', items: [{ ...wait, standard: null }] } });
    expect(within).not.toContain('fill="url(#wide-counter)"');
  });

  it('stands on no other words: the newest mark has its own, and the table all', () => {
    const axis = axisOf({ from, today }, drawings[0] ?? (undefined as never));
    const [first, second] = ['2026-11-16', '2026-11-18'].map((on) => ({ on, words: '1.5 days' }));
    if (!first || !second) throw new Error('There are two.');
    expect(wordedOver([first, second], axis).map(({ worded }) => worded)).toEqual([true, false]);
    const move = { on: '2026-09-01', words: 'Moved school' };
    expect(wordedBeside([move], axis, []).map(({ anchor, worded }) => [anchor, worded])).toEqual([['start', true]]);
    const sign = axis.at('2026-09-20');
    expect(wordedBeside([move], axis, [sign]).map(({ anchor, worded }) => [anchor, worded])).toEqual([['end', true]]);
  });
});
