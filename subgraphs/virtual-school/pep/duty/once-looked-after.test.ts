import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { onceLookedAfter } from './once-looked-after.js';

const told = (bornOn: string | null, ...care: { from: string; until: string | null }[]) =>
  onceLookedAfter('c', care, bornOn).map(({ basis, reference, from, until }) => [basis, reference, from, until]);

describe('that a child was looked after', () => {
  it('is left from the end of each period of care to the eighteenth birthday', () => {
    const care = [
      { from: '2018-01-08', until: '2019-02-04' },
      { from: '2024-02-29', until: '2025-03-01' },
      { from: '2026-03-02', until: null },
    ];
    expect(told('2012-05-01', ...care)).toEqual([
      ['ONCE_LOOKED_AFTER', 'LOOKED_AFTER 2018-01-08', '2019-02-04', '2030-05-01'],
      ['ONCE_LOOKED_AFTER', 'LOOKED_AFTER 2024-02-29', '2025-03-01', '2030-05-01'],
    ]);
  });

  it('ends with 28 February for who was born on a 29th', () => {
    const care = { from: '2012-01-09', until: '2013-01-07' };
    expect(told('2008-02-29', care)).toEqual([
      ['ONCE_LOOKED_AFTER', 'LOOKED_AFTER 2012-01-09', '2013-01-07', '2026-03-01'],
    ]);
  });

  it('is left for eighteen years from the first day of care where no birthday is known', () => {
    const care = { from: '2024-02-29', until: '2025-03-01' };
    expect(told(null, care)).toEqual([['ONCE_LOOKED_AFTER', 'LOOKED_AFTER 2024-02-29', '2025-03-01', '2042-03-01']]);
  });

  it('is nothing while care lasts, and nothing after care that lasted until the birthday or beyond it', () => {
    const from = '2020-01-06';
    for (const until of [null, '2026-05-01', '2026-05-02']) expect(told('2008-05-01', { from, until })).toEqual([]);
    expect(told('2008-05-01', { from, until: '2026-04-30' })).toHaveLength(1);
  });

  it('is told on a day of whoever is under eighteen then and whose care has ended', () => {
    const day = fc
      .integer({ min: 0, max: 9000 })
      .map((n) => new Date(Date.UTC(2004, 1, 27 + n)).toISOString().slice(0, 10));
    const age = (born: string, on: string): number =>
      Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - Number(on.slice(5) < born.slice(5));
    fc.assert(
      fc.property(fc.tuple(day, day, day, day), (days) => {
        const [born, from, until, on] = [...days].sort() as [string, string, string, string];
        const held = onceLookedAfter('c', [{ from, until }], born).some((one) => on < (one.until ?? ''));
        expect(held).toBe(age(born, on) < 18);
        const unknown = onceLookedAfter('c', [{ from, until }], null).some((one) => on < (one.until ?? ''));
        expect(unknown).toBe(age(from, on) < 18);
      }),
    );
  });
});
