import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { breachedDays } from './breached-days.js';
import { readWait, type Wait } from './clock.js';
import { effectiveHistory } from './history.js';
import type { ClockStep } from './run.js';
import { StandardKind } from './standard.js';
import { HealthService, WaitingStatus } from './status.js';
import { waitIntervals } from './wait-intervals.js';

const S = WaitingStatus;

const dayOf = (n: number): string => new Date(Date.UTC(2026, 2, n)).toISOString().slice(0, 10);
const days = Array.from({ length: 45 }, (_, n) => dayOf(n + 1));

const step = (id: number, to: WaitingStatus, effectiveOn: string, over: Partial<ClockStep> = {}): ClockStep => ({
  ...{ id, to, effectiveOn, corrects: null, firstAppointment: false, properlyOffered: false, rttStatus: null, ...over },
});

const standard = (kind: StandardKind, limitDays: number): Wait['standard'] => ({
  ...{ service: HealthService.CAMHS, provider: null, kind, limitDays, warningDays: 2 },
  ...{ holdsFrom: '2000-01-01', holdsUntil: null },
});

const wait = (over: Partial<Wait> & Pick<Wait, 'standard' | 'history'>): Wait => ({
  ...{ receivedOn: dayOf(1), baselineOutcomeOn: null, carePlanOn: null, diedOn: null, ...over },
});

const steps = fc
  .array(
    fc.record({
      to: fc.constantFrom(...Object.values(S)),
      on: fc.integer({ min: 1, max: 30 }),
      firstAppointment: fc.boolean(),
      properlyOffered: fc.boolean(),
      rttStatus: fc.constantFrom(null, null, null, '10', '11', '12', '20', '30', '31', '33'),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => drawn.map(({ on, to, ...more }, at) => step(at + 1, to, dayOf(on), more)));
const dated = fc.option(fc.integer({ min: 1, max: 40 }).map(dayOf));

describe('the days on which a clock runs past its limit', () => {
  it('are on each day what the wait’s own reading says, whatever the standard and the steps', () => {
    fc.assert(
      fc.property(
        ...([steps, dated, dated, fc.constantFrom(...Object.values(StandardKind))] as const),
        ...([fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 })] as const),
        (history, baselineOutcomeOn, carePlanOn, kind, limit, received) => {
          const receivedOn = dayOf(received);
          const dates = { receivedOn, baselineOutcomeOn, carePlanOn };
          const one = wait({ ...dates, standard: standard(kind, limit), history: effectiveHistory(history) });
          const kept = waitIntervals({ receivedOn, continuesFrom: null, history }).map((interval) => ({
            ...interval,
            ...breachedDays(one, interval),
          }));
          for (const day of days) {
            const [stood] = kept.filter(({ from, until }) => from <= day && (until === null || until > day));
            if (!stood) continue;
            const { breachedFrom, breachedUntil } = stood;
            const breached = breachedFrom !== null && breachedFrom <= day && (breachedUntil ?? '9') > day;
            const { clock, endedOn, daysWaiting } = readWait(one, day);
            expect([day, breached]).toEqual([day, clock.state === ClockState.BREACHED && clock.stoppedOn === null]);
            // And since when the child no longer waits, where a step before receipt counts from that day.
            expect([day, stood.endedOn === null]).toEqual([day, endedOn === null]);
            if (stood.endedOn !== null) expect(daysBetween(receivedOn, stood.endedOn)).toBe(daysWaiting);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('go on after the first contact of a four-week clock, until the care plan', () => {
    const history = effectiveHistory([step(1, S.REFERRED, dayOf(1)), step(2, S.SEEN_FIRST, dayOf(20))]);
    const one = wait({
      standard: standard(StandardKind.FOUR_WEEKS, 28),
      ...{ history, baselineOutcomeOn: dayOf(21), carePlanOn: dayOf(40) },
    });
    expect(breachedDays(one, { from: dayOf(1), until: dayOf(20) })).toEqual({
      breachedFrom: null,
      breachedUntil: null,
    });
    expect(breachedDays(one, { from: dayOf(20), until: null })).toEqual({
      breachedFrom: dayOf(30),
      breachedUntil: dayOf(40),
    });
  });
});

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
