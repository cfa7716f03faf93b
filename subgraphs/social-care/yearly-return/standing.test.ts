import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameOf, type Spell, spell, type SpellKind } from './spell.js';
import { standing } from './standing.js';
import { firstDayOf, lastDayOf, type YearlyReturn, yearlyReturn } from './yearly-return.js';

const care = (from: string, until: string | null = null) => spell('CARE', from, until);
const of = (year: number, ...spells: readonly Spell[]) => yearlyReturn(year, true, spells);

describe('the returns of several years', () => {
  it('speak each for its own: what lies outside a newer year stays', () => {
    const [first, second] = [care('2024-06-03', '2025-01-20'), care('2025-12-01')];
    expect(standing([of(2026, second), of(2025, first)])).toEqual([first, second]);
  });

  it('end what an older one left open on the first day of the newer, which names the child without it', () => {
    expect(standing([of(2025, care('2024-06-03')), of(2026)])).toEqual([care('2024-06-03', '2025-04-01')]);
  });

  it('leave open what the newer one does not name the child for: it is as if it were not there', () => {
    expect(standing([of(2025, care('2024-06-03'))])).toEqual([care('2024-06-03')]);
  });

  it('show a spell of both once, and end it as the newest says', () => {
    const returns = [of(2025, care('2024-06-03')), of(2026, care('2024-06-03', '2025-09-01'))];
    expect(standing(returns)).toEqual([care('2024-06-03', '2025-09-01')]);
    const hindsight = [of(2025, care('2024-06-03')), of(2026, care('2024-06-03', '2025-03-15'))];
    expect(standing(hindsight)).toEqual([care('2024-06-03', '2025-03-15')]);
  });

  it('over a year that does not name the child, end a spell in the first that does', () => {
    expect(standing([of(2023, care('2022-06-03')), of(2026)])).toEqual([care('2022-06-03', '2025-04-01')]);
    expect(standing([of(2023, care('2022-06-03')), of(2024), of(2026)])).toEqual([care('2022-06-03', '2023-04-01')]);
  });

  it('take a spell whole that the newest shows again, whatever one between left out', () => {
    const spells = standing([of(2023, care('2022-06-03')), of(2024), of(2025, care('2022-06-03'))]);
    expect(spells).toEqual([care('2022-06-03')]);
  });

  it('put a chain of episodes together across the end of a year', () => {
    const older = of(2025, care('2024-06-03', '2025-02-01'), care('2025-02-01'));
    const newer = of(2026, care('2025-02-01', '2025-09-01'), care('2025-09-01'));
    expect(standing([newer, older])).toEqual([
      care('2024-06-03', '2025-02-01'),
      care('2025-02-01', '2025-09-01'),
      care('2025-09-01'),
    ]);
  });

  it('end nothing where the newer could not be read whole, and take of it what could', () => {
    const newer = yearlyReturn(2026, false, [care('2025-12-01')]);
    expect(standing([of(2025, care('2024-06-03')), newer])).toEqual([care('2024-06-03'), care('2025-12-01')]);
  });

  it('put a short break right to care, and care to a plan of no day', () => {
    const shortBreak = spell('SHORT_BREAK', '2024-06-03', null);
    expect(standing([of(2025, shortBreak), of(2026, care('2024-06-03'))])).toEqual([care('2024-06-03')]);
    const plan = (until: string | null) => spell('CHILD_IN_NEED_PLAN', '2025-03-31', until);
    expect(standing([of(2025, plan(null)), of(2026, plan('2025-03-31'))])).toEqual([plan('2025-03-31')]);
  });

  it('add up the reviews of a plan', () => {
    const plan = (reviewedOn: string | null) => spell('CHILD_PROTECTION_PLAN', '2024-06-03', null, { reviewedOn });
    expect(standing([of(2025, plan('2024-08-28')), of(2026, plan(null))])).toEqual([plan('2024-08-28')]);
    expect(standing([of(2025, plan('2024-08-28')), of(2026, plan('2025-05-01'))])).toEqual([plan('2025-05-01')]);
  });
});

const dayOf = (days: number): string => new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
const days = Array.from({ length: 30 }, (_, index) => dayOf(index * 61));
const kinds: SpellKind[] = ['CARE', 'REFERRAL'];

/** A return of a year: spells that begin by its last day, each open or ended by then, with long and short ones alike. */
const anyReturn = (year: number): fc.Arbitrary<YearlyReturn> => {
  const known = days.filter((day) => day <= lastDayOf(year));
  const one = fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom(...known), fc.option(fc.constantFrom(...known)))
    .map(([kind, from, until]) => spell(kind, from, until === null || until >= from ? until : from));
  return fc
    .tuple(fc.uniqueArray(one, { maxLength: 4, selector: nameOf }), fc.boolean())
    .map(([spells, whole]) => yearlyReturn(year, whole, spells));
};
const anyReturns = fc.subarray([2022, 2023, 2024, 2025]).chain((years) => fc.tuple(...years.map(anyReturn)));

/** Slowly, day by day: whether a spell of that kind and first day holds the day, by the newest return that shows it. */
function holds(returns: readonly YearlyReturn[], name: string, day: string): boolean {
  const showing = returns.filter(({ spells }) => spells.some((one) => nameOf(one) === name));
  const year = Math.max(...showing.map((one) => one.year));
  const said = showing.find((one) => one.year === year)?.spells.find((one) => nameOf(one) === name);
  if (!said || day < said.from) return false;
  if (said.until !== null) return day < said.until;
  return !returns.some((newer) => newer.year > year && newer.whole && firstDayOf(newer.year) <= day);
}

describe('for any returns', () => {
  it('each spell holds the days that it holds asked one by one, and stands once', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const stands = standing(returns);
        const names = new Set(returns.flatMap(({ spells }) => spells.map(nameOf)));
        expect(stands.map(nameOf).sort()).toEqual([...names].sort());
        for (const one of stands)
          for (const day of days) {
            const held = one.from <= day && (one.until === null || day < one.until);
            expect([nameOf(one), day, held]).toEqual([nameOf(one), day, holds(returns, nameOf(one), day)]);
          }
      }),
    );
  });

  it('the order of arrival makes no difference, and none of them again', () => {
    fc.assert(
      fc.property(
        anyReturns.chain((returns) =>
          fc.tuple(fc.constant(returns), fc.shuffledSubarray(returns, { minLength: returns.length })),
        ),
        ([returns, shuffled]) => {
          expect(standing(shuffled)).toEqual(standing(returns));
        },
      ),
    );
  });

  it('an older one changes nothing of the days of a newer whole one', () => {
    fc.assert(
      fc.property(anyReturn(2023), anyReturn(2025), (older, newer) => {
        const heldOn = (returns: readonly YearlyReturn[], day: string) =>
          standing(returns)
            .filter(({ from, until }) => from <= day && (until === null || day < until))
            .map(nameOf)
            .sort();
        const whole = { ...newer, whole: true };
        for (const day of days.filter((one) => firstDayOf(2025) <= one))
          expect(heldOn([older, whole], day)).toEqual(heldOn([whole], day));
      }),
    );
  });
});
