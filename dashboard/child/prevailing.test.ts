import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysFrom } from '../words/dates.js';
import { type Held, prevailing } from './prevailing.js';

const order = ['CARE', 'PLAN', 'HELP'] as const;
type Word = (typeof order)[number];
const day = (days: number): string => daysFrom('2026-01-01', days);
const held: fc.Arbitrary<Held<Word>> = fc
  .record({ word: fc.constantFrom(...order), from: fc.nat(30), long: fc.option(fc.integer({ min: 1, max: 20 })) })
  .map(({ word, from, long }) => ({ word, from: day(from), until: long === null ? null : day(from + long) }));
const on = <W extends string>(spans: readonly Held<W>[], at: string): W[] =>
  spans.filter(({ from, until }) => from <= at && (until === null || at < until)).map(({ word }) => word);

describe('what prevailed', () => {
  it('is on each day the first in order of what was held, once, and nothing where nothing was', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 6 }), (spans) => {
        const told = prevailing(spans, order);
        for (let at = 0; at <= 52; at += 1) {
          const all = on(spans, day(at));
          expect(on(told, day(at))).toEqual(order.filter((word) => all.includes(word)).slice(0, 1));
        }
      }),
    );
  });

  it('goes on as one where one word follows itself', () => {
    const spans: Held<Word>[] = [
      { word: 'PLAN', from: day(0), until: day(9) },
      { word: 'HELP', from: day(3), until: day(5) },
      { word: 'PLAN', from: day(9), until: null },
    ];
    expect(prevailing(spans, order)).toEqual([{ word: 'PLAN', from: day(0), until: null }]);
  });
});
