import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, type Step } from './history.js';
import { judgeTold, outcomeOf, type Telling, toldAfterOutcome } from './referrer-told.js';
import { WaitingStatus } from './status.js';

const {
  ACCEPTED_WAITING,
  BOOKED,
  DISCHARGED,
  INFO_NEEDED,
  IN_TREATMENT,
  REDIRECTED,
  REFERRED,
  REJECTED,
  SEEN_FIRST,
  TRIAGE,
} = WaitingStatus;

type Given = readonly [to: WaitingStatus, effectiveOn: string, corrects?: number];
const stepOf = ([to, effectiveOn, corrects]: Given, at: number): Step => ({
  ...{ id: at + 1, to, effectiveOn, corrects: corrects ?? null },
});
const historyOf = (...given: readonly Given[]) => effectiveHistory(given.map(stepOf));
const told = (...given: readonly (readonly [WaitingStatus, string])[]): Telling[] =>
  given.map(([outcome, toldOn], at) => ({ id: at + 1, outcome, toldOn }));

const accepted = [
  [REFERRED, '2026-09-01'],
  [TRIAGE, '2026-09-03'],
  [ACCEPTED_WAITING, '2026-09-07'],
] as const;

describe('the outcome of a referral', () => {
  it('is none while nothing is decided, more information being asked for among it', () => {
    expect(
      outcomeOf(historyOf([REFERRED, '2026-09-01'], [TRIAGE, '2026-09-03'], [INFO_NEEDED, '2026-09-04'])),
    ).toBeNull();
    expect(toldAfterOutcome(historyOf([REFERRED, '2026-09-01']), told([ACCEPTED_WAITING, '2026-09-02']))).toBeNull();
  });

  it('is that it was accepted, the first time, also where a file tells of a later step alone', () => {
    const again = historyOf(...accepted, [BOOKED, '2026-09-14'], [ACCEPTED_WAITING, '2026-09-20']);
    expect(outcomeOf(again)).toEqual({ outcome: ACCEPTED_WAITING, on: '2026-09-07' });
    expect(outcomeOf(historyOf([SEEN_FIRST, '2026-09-30'], [IN_TREATMENT, '2026-10-02']))).toEqual({
      ...{ outcome: ACCEPTED_WAITING, on: '2026-09-30' },
    });
  });

  it('is how it ended, and again that it was accepted once that was put right', () => {
    expect(outcomeOf(historyOf(...accepted, [REDIRECTED, '2026-09-21']))).toEqual({
      ...{ outcome: REDIRECTED, on: '2026-09-21' },
    });
    const corrected = historyOf(...accepted, [DISCHARGED, '2026-09-21'], [ACCEPTED_WAITING, '2026-09-21', 4]);
    expect(outcomeOf(corrected)).toEqual({ outcome: ACCEPTED_WAITING, on: '2026-09-07' });
  });
});

describe('that the referrer was told', () => {
  it('counts from the outcome, 0 on the same day', () => {
    const history = historyOf(...accepted);
    expect(toldAfterOutcome(history, told([ACCEPTED_WAITING, '2026-09-07']))).toMatchObject({ days: 0 });
    expect(toldAfterOutcome(history, told([ACCEPTED_WAITING, '2026-10-07']))).toMatchObject({ days: 30 });
    expect(toldAfterOutcome(history, [])).toMatchObject({ toldOn: null, days: null });
  });

  it('is to be told again of a later outcome, and of none by an earlier telling', () => {
    const ended = historyOf(...accepted, [DISCHARGED, '2026-10-01']);
    const first = [ACCEPTED_WAITING, '2026-10-01'] as const;
    expect(toldAfterOutcome(ended, told(first))).toMatchObject({ outcome: DISCHARGED, toldOn: null, days: null });
    expect(toldAfterOutcome(ended, told(first, [DISCHARGED, '2026-10-05']))).toMatchObject({ days: 4 });
  });

  it('is put right by a telling recorded again', () => {
    const twice = told([ACCEPTED_WAITING, '2026-09-20'], [ACCEPTED_WAITING, '2026-09-10']);
    expect(toldAfterOutcome(historyOf(...accepted), twice)).toMatchObject({ toldOn: '2026-09-10', days: 3 });
  });

  it('is what a slow look through every telling finds', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
    const outcome = fc.constantFrom(ACCEPTED_WAITING, REJECTED, REDIRECTED, DISCHARGED);
    fc.assert(
      fc.property(
        outcome,
        day,
        fc.uniqueArray(fc.record({ id: fc.nat(50), outcome, toldOn: day }), { selector: ({ id }) => id }),
        (latest, on, tellings) => {
          const history = historyOf([REFERRED, '2026-09-01'], [TRIAGE, '2026-09-01'], [latest, on]);
          let expected: Telling | null = null;
          for (const one of tellings) {
            if (one.outcome !== latest || one.toldOn < on) continue;
            if (expected === null || one.id > expected.id) expected = one;
          }
          const found = toldAfterOutcome(history, tellings);
          expect(found?.toldOn ?? null).toBe(expected?.toldOn ?? null);
          expect(found?.days ?? null).toBe(expected ? Number(expected.toldOn.slice(8)) - Number(on.slice(8)) : null);
        },
      ),
    );
  });
});

describe('a telling', () => {
  const standing = { version: 2, outcome: { outcome: ACCEPTED_WAITING, on: '2026-09-07' } };
  const judged = (given: object, from: Parameters<typeof judgeTold>[0] = standing) =>
    judgeTold(from, { expectedVersion: 2, toldOn: '2026-09-08', ...given }, '2026-09-30');

  it('is recorded of an outcome, from its day to today', () => {
    for (const toldOn of ['2026-09-07', '2026-09-30']) expect(judged({ toldOn })).toEqual({ outcome: 'UPDATED' });
    for (const toldOn of ['2026-09-06', '2026-10-01'])
      expect(judged({ toldOn })).toMatchObject({ outcome: 'INVALID', field: 'toldOn' });
    expect(judged({}, { version: 2, outcome: null })).toMatchObject({ outcome: 'INVALID', field: 'toldOn' });
  });

  it('is of the version that was seen', () => {
    expect(judged({ expectedVersion: 1 })).toEqual({ outcome: 'CONFLICT' });
  });
});
