import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneOfEach } from './one-of-each.js';
import { suspended } from './suspended.test-support.js';
import { SuspensionCategory } from './suspension-category.js';
import type { StoredSuspension } from './suspension.repository.js';
import { toldLength } from './told-length.js';

const minute = (at: number): string => `2026-11-20T09:${String(at).padStart(2, '0')}:00Z`;

const told = (at: number, over: Partial<StoredSuspension> = {}): StoredSuspension =>
  ({
    ...suspended(),
    childId: 'c',
    recordedAt: minute(at),
    firstToldOn: '2026-11-20',
    byHand: [],
    ...over,
  }) as StoredSuspension;

describe('a suspension that several records tell of', () => {
  it('is told once, as the school told it last, and was first told when any of them was', () => {
    const said = [
      told(3, { sessions: 4, firstToldOn: '2026-11-19' }),
      told(9, { sessions: 6 }),
      told(5, { sessions: 8 }),
    ];
    expect(oneOfEach(said)).toMatchObject([{ sessions: 6, recordedAt: minute(9), firstToldOn: '2026-11-19' }]);
    const others = [
      told(1),
      told(1, { urn: '900002' }),
      told(1, { startedOn: '2026-09-15' }),
      told(1, { category: SuspensionCategory.PERMANENT }),
    ];
    expect(oneOfEach(others)).toHaveLength(4);
  });

  it('has provision from the day that was recorded by hand last, under whichever record, before what files say', () => {
    const said = [
      told(3, { provisionOn: '2026-09-20', byHand: [{ inPlaceOn: '2026-09-21', recordedAt: minute(8) }] }),
      told(9, { provisionOn: '2026-09-22', byHand: [{ inPlaceOn: '2026-09-23', recordedAt: minute(4) }] }),
    ];
    expect(oneOfEach(said)).toMatchObject([{ provisionOn: '2026-09-21' }]);
    expect(oneOfEach(said.map((one) => ({ ...one, byHand: [] })))).toMatchObject([{ provisionOn: '2026-09-22' }]);
    expect(oneOfEach(said)[0]).not.toHaveProperty('byHand');
  });

  it('is the same in whatever order they come', () => {
    const said = [1, 2, 3, 4].map((at) => told(at, { sessions: at, urn: at % 2 === 0 ? '900001' : '900002' }));
    const sorted = (of: readonly StoredSuspension[]) =>
      oneOfEach(of)
        .map(({ urn, sessions }) => [urn, sessions])
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: 4 }), (mixed) => {
        expect(sorted(mixed)).toEqual([
          ['900001', 4],
          ['900002', 3],
        ]);
      }),
    );
  });
});

describe('the length of a suspension', () => {
  it('is told in the unit of its category, of one that was cancelled what was served', () => {
    const lunch = { category: SuspensionCategory.LUNCHTIME, session: null, sessions: null, lunchtimes: 3 };
    expect(toldLength(suspended({ sessions: 4 }))).toEqual({ sessions: 4, lunchtimes: null });
    expect(toldLength(suspended(lunch))).toEqual({ sessions: null, lunchtimes: 3 });
    const cancelled = { cancelledOn: '2026-09-15', served: 1 };
    expect(toldLength(suspended({ sessions: 4, ...cancelled }))).toEqual({ sessions: 1, lunchtimes: null });
    expect(toldLength(suspended({ ...lunch, ...cancelled }))).toEqual({ sessions: null, lunchtimes: 1 });
    expect(toldLength(suspended({ category: SuspensionCategory.PERMANENT, sessions: null }))).toEqual({
      ...{ sessions: null, lunchtimes: null },
    });
  });
});
