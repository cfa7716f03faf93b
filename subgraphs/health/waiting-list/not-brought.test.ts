import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory } from './history.js';
import { type BroughtStep, concernsNotBrought, notBroughtSince, safeguardingFlag } from './not-brought.js';
import { judgeConsidered } from './risk-considered.js';
import { WaitingStatus } from './status.js';

const S = WaitingStatus;
const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;
const step = (id: number, to: WaitingStatus, on: number, over: Partial<BroughtStep> = {}): BroughtStep => ({
  ...{ id, to, effectiveOn: day(on), corrects: null, wasNotBrought: to === S.DID_NOT_ATTEND, ...over },
});
const since = (changes: readonly BroughtStep[], through: number | null = null, asAt = 31) =>
  notBroughtSince(effectiveHistory(changes), changes, through, day(asAt));

const missedTwice = [
  ...[step(1, S.REFERRED, 1), step(2, S.BOOKED, 2), step(3, S.DID_NOT_ATTEND, 5), step(4, S.ACCEPTED_WAITING, 6)],
  ...[step(5, S.BOOKED, 7), step(6, S.DID_NOT_ATTEND, 12)],
];

describe('a child who was not brought', () => {
  it('is counted since last seen, whatever came after: a booking, a hold, a closure', () => {
    expect(since(missedTwice)).toEqual({ times: 2, lastOn: day(12) });
    for (const closed of [S.DISCHARGED, S.WITHDRAWN])
      expect(since([...missedTwice, step(7, closed, 13)])).toEqual({ times: 2, lastOn: day(12) });
    expect(since([...missedTwice, step(7, S.SEEN_FIRST, 20)])).toBeNull();
    expect(since(missedTwice, null, 11)).toEqual({ times: 1, lastOn: day(5) });
  });

  it('is one who stayed away themselves, where the provider does not say so, no more', () => {
    expect(since([step(1, S.REFERRED, 1), step(2, S.DID_NOT_ATTEND, 5, { wasNotBrought: false })])).toBeNull();
  });

  it('stays so until it was considered, of what was known then, and is so again after another', () => {
    expect(since(missedTwice, 6)).toBeNull();
    const again = [...missedTwice, step(7, S.BOOKED, 14), step(8, S.DID_NOT_ATTEND, 20)];
    expect(since(again, 6)).toEqual({ times: 1, lastOn: day(20) });
    // Told of only afterwards, though of an earlier day.
    expect(since([step(1, S.REFERRED, 1), step(2, S.BOOKED, 2), step(9, S.DID_NOT_ATTEND, 5)], 2)).toMatchObject({
      times: 1,
    });
  });

  it('is not so again where no more than the day of it is put right, and no longer so where it was no such thing', () => {
    const redated = step(7, S.DID_NOT_ATTEND, 11, { corrects: 6 });
    expect(since([...missedTwice, redated], 6)).toBeNull();
    expect(since([...missedTwice, redated])).toEqual({ times: 2, lastOn: day(11) });
    const cameAfterAll = step(7, S.SEEN_FIRST, 12, { corrects: 6 });
    expect(since([...missedTwice, cameAfterAll])).toBeNull();
    const cancelled = step(7, S.ACCEPTED_WAITING, 10, { corrects: 6 });
    expect(since([...missedTwice, cancelled])).toEqual({ times: 1, lastOn: day(5) });
    const missedAfterAll = step(8, S.DID_NOT_ATTEND, 12, { corrects: 7 });
    expect(since([...missedTwice, cancelled, missedAfterAll], 7)).toEqual({ times: 1, lastOn: day(12) });
  });

  it('is told as whoever reads every step one after the other would have it', () => {
    const drawn = fc.record({
      to: fc.constantFrom(S.BOOKED, S.DID_NOT_ATTEND, S.ACCEPTED_WAITING, S.SEEN_FIRST, S.ON_HOLD),
      gap: fc.nat(2),
      wasNotBrought: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(drawn, { maxLength: 12 }),
        fc.option(fc.nat(12)),
        fc.integer({ min: 1, max: 31 }),
        (all, through, asAt) => {
          let on = 1;
          const changes = all.map(({ to, gap, wasNotBrought }, at) =>
            step(at + 1, to, (on += gap), { wasNotBrought: to === S.DID_NOT_ATTEND && wasNotBrought }),
          );
          let expected: { times: number; lastOn: string } | null = null;
          for (const { id, to, effectiveOn, wasNotBrought } of changes) {
            if (effectiveOn > day(asAt)) continue;
            if (to === S.SEEN_FIRST) expected = null;
            if (wasNotBrought && id > (through ?? 0))
              expected = { times: ((expected as { times: number } | null)?.times ?? 0) + 1, lastOn: effectiveOn };
          }
          expect(since(changes, through, asAt)).toEqual(expected);
        },
      ),
    );
  });

  it('is a sentence with the count and the last day', () => {
    expect(safeguardingFlag(null)).toBeNull();
    expect(safeguardingFlag({ times: 1, lastOn: '2026-03-05' })).toBe(
      'The child was not brought to an appointment, on 2026-03-05: ask after the child.',
    );
    expect(safeguardingFlag({ times: 2, lastOn: '2026-03-12' })).toBe(
      'The child was not brought to 2 appointments, the last on 2026-03-12: ask after the child.',
    );
  });
});

describe('a step concerns that', () => {
  it.each([
    ['where it says so', step(3, S.DID_NOT_ATTEND, 5), true],
    ['where it corrects', step(3, S.ACCEPTED_WAITING, 5, { corrects: 2 }), true],
    ['where it says what held before the last', step(3, S.ACCEPTED_WAITING, 3), true],
    ['where there never was such an entry', step(3, S.ENTERED_IN_ERROR, 5), true],
    ['and otherwise does not', step(3, S.ACCEPTED_WAITING, 5), false],
  ])('%s', (_, made, concerns) => {
    expect(concernsNotBrought(made, day(4))).toBe(concerns);
  });
});

describe('that it was considered', () => {
  const standing = { version: 3, missed: { times: 1, lastOn: '2026-03-05' } };
  const judged = (over: object, from: object = {}) =>
    judgeConsidered(
      { ...standing, ...from },
      { expectedVersion: 3, consideredOn: '2026-03-06', ...over },
      '2026-03-10',
    );

  it.each([
    [{}, {}, 'UPDATED', undefined],
    [{ consideredOn: '2026-03-05' }, {}, 'UPDATED', undefined],
    [{ consideredOn: '2026-03-10' }, {}, 'UPDATED', undefined],
    [{ expectedVersion: 2 }, {}, 'CONFLICT', undefined],
    [{ consideredOn: '2026-03-04' }, {}, 'INVALID', 'consideredOn'],
    [{ consideredOn: '2026-03-11' }, {}, 'INVALID', 'consideredOn'],
    [{}, { missed: null }, 'INVALID', 'id'],
  ])('%j of %j is %s', (said, from, outcome, field) => {
    const judgement = judged(said, from);
    expect([judgement.outcome, 'field' in judgement ? judgement.field : undefined]).toEqual([outcome, field]);
  });
});
