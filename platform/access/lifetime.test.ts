import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endInLife, hasDied, lastDayCounted, withinLife } from './lifetime.js';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const days = Array.from({ length: 28 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')}`);
const fact = fc.record({ from: day, until: fc.option(day) });
const diedOn = fc.option(day);
const holds = ({ from, until }: { from: string; until: string | null }, on: string): boolean =>
  from <= on && (until === null || on < until);

describe('a life', () => {
  it('holds, on each day before the death, what was held that day, and nothing from then on', () => {
    fc.assert(
      fc.property(fc.array(fact), diedOn, (facts, died) => {
        const shown = withinLife(facts, died);
        for (const on of days) {
          const held = facts.filter((one) => holds(one, on) && (died === null || on < died));
          expect(shown.filter((one) => holds(one, on)).map(({ from }) => from)).toEqual(held.map(({ from }) => from));
        }
        if (died !== null) expect(shown.every(({ until }) => until !== null && until <= died)).toBe(true);
      }),
    );
  });

  it('leaves the facts of a child who lives as they are, and changes none it is given', () => {
    fc.assert(
      fc.property(fc.array(fact), diedOn, (facts, died) => {
        const before = structuredClone(facts);
        withinLife(facts, died);
        expect(facts).toEqual(before);
        expect(withinLife(facts, null)).toEqual(facts);
      }),
    );
  });

  it('keeps an end that came first, and ends what was open on the day of death', () => {
    expect(endInLife('2026-01-10', '2026-01-15')).toBe('2026-01-10');
    expect(endInLife('2026-02-10', '2026-01-15')).toBe('2026-01-15');
    expect(endInLife(null, '2026-01-15')).toBe('2026-01-15');
    expect(endInLife('2026-01-10', null)).toBe('2026-01-10');
    expect(endInLife(null, null)).toBeNull();
  });

  it('counts up to today, or to the day of death', () => {
    expect(lastDayCounted('2026-01-20', null)).toBe('2026-01-20');
    expect(lastDayCounted('2026-01-20', '2026-01-15')).toBe('2026-01-15');
    expect(lastDayCounted('2026-01-10', '2026-01-15')).toBe('2026-01-10');
  });

  it('is over on the day of death itself', () => {
    expect(hasDied('2026-01-15', '2026-01-14')).toBe(false);
    expect(hasDied('2026-01-15', '2026-01-15')).toBe(true);
    expect(hasDied(null, '2026-01-15')).toBe(false);
  });
});
