import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { bandOf, WAIT_BANDS } from './band.js';
import { endsWait, limitDaysOf, readWait, waitEndedOn } from './clock.js';
import { HealthService, WaitingStatus } from './status.js';

const RECEIVED = '2026-01-05';
const after = (days: number): string => Temporal.PlainDate.from(RECEIVED).add({ days }).toString();
const open = (service: HealthService) => ({ service, receivedOn: RECEIVED, stoppedOn: null });

const { waitBands: golden } = codeSet(
  'golden_cases',
  z.object({
    waitBands: z.array(
      z.object({
        days: z.int(),
        band: z.string(),
        over18weeks: z.boolean(),
        over52weeks: z.boolean(),
        over4weeks: z.boolean(),
      }),
    ),
  }),
);

describe('the clock of a wait', () => {
  it.each(golden)('agrees with the published case of $days days', ({ days, band, ...expected }) => {
    const therapy = readWait(open(HealthService.SALT), after(days));
    const mind = readWait(open(HealthService.CAMHS), after(days));
    expect(bandOf(therapy.daysWaiting)).toBe(band);
    expect(therapy.clock.state === ClockState.BREACHED).toBe(expected.over18weeks);
    expect(mind.clock.state === ClockState.BREACHED).toBe(expected.over4weeks);
    expect(band === WAIT_BANDS.at(-1)).toBe(expected.over52weeks);
  });

  it.each([
    [HealthService.CAMHS, '4 weeks', 28],
    [HealthService.MENTAL_HEALTH_SUPPORT_TEAM, '4 weeks', 28],
    [HealthService.SALT, '18 weeks', 126],
    [HealthService.NEURODEVELOPMENTAL, '18 weeks', 126],
    [HealthService.SCHOOL_NURSING, '18 weeks', 126],
  ])('gives %s %s', (service, standard, days) => {
    expect(limitDaysOf(service)).toBe(days);
    expect(readWait(open(service), RECEIVED).clock).toEqual({
      standard,
      startedOn: RECEIVED,
      stoppedOn: null,
      state: ClockState.ON_TRACK,
      breachOn: after(days + 1),
    });
  });

  it.each([
    [HealthService.CAMHS, 20, ClockState.ON_TRACK],
    [HealthService.CAMHS, 21, ClockState.DUE_SOON],
    [HealthService.CAMHS, 28, ClockState.DUE_SOON],
    [HealthService.CAMHS, 29, ClockState.BREACHED],
    [HealthService.SALT, 111, ClockState.ON_TRACK],
    [HealthService.SALT, 112, ClockState.DUE_SOON],
    [HealthService.SALT, 126, ClockState.DUE_SOON],
    [HealthService.SALT, 127, ClockState.BREACHED],
  ])('warns of %s on day %i as %s', (service, days, state) => {
    expect(readWait(open(service), after(days)).clock.state).toBe(state);
  });

  it('is stopped when it ended in time and stays breached when it ended late', () => {
    const ended = (days: number) => readWait({ ...open(HealthService.CAMHS), stoppedOn: after(days) }, after(200));
    expect(ended(28)).toMatchObject({ daysWaiting: 28, weeksWaiting: 4, clock: { state: ClockState.STOPPED } });
    expect(ended(29)).toMatchObject({ daysWaiting: 29, clock: { state: ClockState.BREACHED, stoppedOn: after(29) } });
  });

  it('reads a past day as it stood then', () => {
    const wait = { ...open(HealthService.CAMHS), stoppedOn: after(29) };
    expect(readWait(wait, after(28))).toMatchObject({ daysWaiting: 28, clock: { stoppedOn: null, state: 'DUE_SOON' } });
    expect(readWait(wait, after(29)).clock.stoppedOn).toBe(after(29));
    expect(readWait(wait, '2025-12-31')).toMatchObject({ daysWaiting: 0, weeksWaiting: 0 });
  });

  it('counts the same days as a slow walk through the calendar', () => {
    const anyDay = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), fc.constantFrom(...Object.values(HealthService)), (asAt, end, service) => {
        const wait = { service, receivedOn: RECEIVED, stoppedOn: end === null ? null : after(end) };
        let walked = 0;
        let day = Temporal.PlainDate.from(RECEIVED);
        while (day.toString() !== after(asAt) && day.toString() !== wait.stoppedOn) {
          day = day.add({ days: 1 });
          walked += 1;
        }
        const { daysWaiting, weeksWaiting, clock } = readWait(wait, after(asAt));
        expect(daysWaiting).toBe(walked);
        expect(weeksWaiting * 7 <= walked && walked < (weeksWaiting + 1) * 7).toBe(true);
        const reached = clock.stoppedOn ?? after(asAt);
        expect(clock.state === ClockState.BREACHED).toBe(reached >= clock.breachOn);
      }),
      { numRuns: 30 },
    );
  });

  it('ends at the first contact, treatment or closure, and at nothing else', () => {
    expect(Object.values(WaitingStatus).filter(endsWait).sort()).toEqual(
      ['DISCHARGED', 'ENTERED_IN_ERROR', 'IN_TREATMENT', 'REDIRECTED', 'REJECTED', 'SEEN_FIRST', 'WITHDRAWN'].sort(),
    );
  });

  it('takes the earliest change that ended it, in whatever order changes were recorded', () => {
    const change = (to: WaitingStatus, effectiveOn: string) => ({ to, effectiveOn });
    const running = [change(WaitingStatus.BOOKED, '2026-02-01'), change(WaitingStatus.DID_NOT_ATTEND, '2026-02-09')];
    expect(waitEndedOn(running)).toBeNull();
    const ended = [change(WaitingStatus.DISCHARGED, '2026-05-01'), change(WaitingStatus.SEEN_FIRST, '2026-03-02')];
    expect(waitEndedOn([...running, ...ended])).toBe('2026-03-02');
    expect(waitEndedOn([...running, ...[...ended].reverse()])).toBe('2026-03-02');
  });

  it.each([
    WaitingStatus.ENTERED_IN_ERROR,
    WaitingStatus.DISCHARGED,
    WaitingStatus.WITHDRAWN,
    WaitingStatus.REJECTED,
    WaitingStatus.REDIRECTED,
  ])('runs on where %s was put right, and ended where it was not', (to) => {
    const closed = [{ to, effectiveOn: '2026-02-01' }];
    expect(waitEndedOn(closed)).toBe('2026-02-01');
    expect(waitEndedOn([...closed, { to: WaitingStatus.ACCEPTED_WAITING, effectiveOn: '2026-02-01' }])).toBeNull();
    expect(waitEndedOn([...closed, { to: WaitingStatus.SEEN_FIRST, effectiveOn: '2026-03-01' }])).toBe('2026-03-01');
  });
});

describe('the band of a wait', () => {
  it('is the one published band whose days hold it, for every number of days', () => {
    const bounds: [string, number, number][] = [
      ['0-1', 0, 7],
      ['1-2', 8, 14],
      ['2-4', 15, 28],
      ['4-12', 29, 84],
      ['12-18', 85, 126],
      ['18-52', 127, 364],
      ['52+', 365, Infinity],
    ];
    expect(WAIT_BANDS).toEqual(bounds.map(([code]) => code));
    for (let days = 0; days <= 800; days += 1) {
      expect(bounds.filter(([, min, max]) => min <= days && days <= max)).toEqual([
        expect.arrayContaining([bandOf(days)]),
      ]);
    }
  });

  it('has none for a wait that is not a number of days', () => {
    expect(() => bandOf(-1)).toThrow('shorter than 0');
    expect(() => bandOf(NaN)).toThrow('shorter than 0');
  });
});
