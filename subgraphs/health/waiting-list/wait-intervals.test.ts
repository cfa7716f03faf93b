import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, statusOn, type Step } from './history.js';
import { isOpen, WaitingStatus } from './status.js';
import { type Stood, waitIntervals } from './wait-intervals.js';

const S = WaitingStatus;
const step = (id: number, to: WaitingStatus, effectiveOn: string, corrects: number | null = null): Step => ({
  id,
  to,
  effectiveOn,
  corrects,
});

/** Days of one month, so that days meet often. */
const dayOf = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;
const days = Array.from({ length: 28 }, (_, n) => dayOf(n + 1));

/** Asked day by day, of the history alone: where it stood, and whether the child waited. */
function slowly(
  { receivedOn, continuesFrom, history }: Stood,
  day: string,
): { status: string; waiting: boolean } | null {
  const counted = effectiveHistory(history);
  const present = statusOn(counted, '9999-12-31');
  if (present === null || present === S.ENTERED_IN_ERROR || day < receivedOn) return null;
  const status = statusOn(counted, day) ?? (continuesFrom === null ? S.REFERRED : null);
  if (status === null) return null;
  const seen = counted.some(
    ({ to, effectiveOn }) => effectiveOn <= day && (to === S.SEEN_FIRST || to === S.IN_TREATMENT),
  );
  return { status, waiting: isOpen(status) && !seen };
}

const steps = fc
  .array(
    fc.record({
      to: fc.constantFrom(...Object.values(S)),
      on: fc.integer({ min: 1, max: 20 }),
      corrects: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 }),
    }),
    { maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map(({ to, on, corrects }, at) =>
      step(at + 1, to, dayOf(on), corrects !== null && corrects <= at ? corrects : null),
    ),
  );

describe('the days on which an entry stood where', () => {
  it('are on each day what the history says at its end, however steps are corrected', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 10 }), fc.boolean(), (history, received, goesOn) => {
        const stood: Stood = { receivedOn: dayOf(received), continuesFrom: goesOn ? 'another' : null, history };
        const intervals = waitIntervals(stood);
        for (const day of days) {
          const holding = intervals.filter(({ from, until }) => from <= day && (until === null || until > day));
          expect(holding.map(({ status, waiting }) => ({ status, waiting }))).toEqual(
            [slowly(stood, day)].filter((one) => one !== null),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begin at receipt where the first that is told is a later status', () => {
    const history = [step(1, S.SEEN_FIRST, '2026-03-20')];
    expect(waitIntervals({ receivedOn: '2026-03-02', continuesFrom: null, history })).toEqual([
      { from: '2026-03-02', until: '2026-03-20', status: S.REFERRED, waiting: true, endedOn: null },
      { from: '2026-03-20', until: null, status: S.SEEN_FIRST, waiting: false, endedOn: '2026-03-20' },
    ]);
  });

  it('begin with the first step where the wait goes on from another entry', () => {
    const history = [step(1, S.REFERRED, '2026-03-13')];
    expect(waitIntervals({ receivedOn: '2026-02-15', continuesFrom: 'another', history })).toEqual([
      { from: '2026-03-13', until: null, status: S.REFERRED, waiting: true, endedOn: null },
    ]);
  });

  it('are none of what was entered in error', () => {
    const history = [step(1, S.REFERRED, '2026-03-02'), step(2, S.ENTERED_IN_ERROR, '2026-03-09')];
    expect(waitIntervals({ receivedOn: '2026-03-02', continuesFrom: null, history })).toEqual([]);
  });

  it('are not waited on again once the child was seen', () => {
    const history = [step(1, S.SEEN_FIRST, '2026-03-02'), step(2, S.BOOKED, '2026-03-09')];
    expect(waitIntervals({ receivedOn: '2026-03-02', continuesFrom: null, history })).toMatchObject([
      { status: S.SEEN_FIRST, waiting: false },
      { status: S.BOOKED, waiting: false },
    ]);
  });
});
