import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { bandOf, WAIT_BANDS } from './band.js';
import { endsWait, readClock, readWait, type Wait, waitEndedOn } from './clock.js';
import { effectiveHistory } from './history.js';
import { StandardKind } from './standard.js';
import { HealthService, isOpen, WaitingStatus } from './status.js';
import { statusAlone } from './stored-entry.js';

const S = WaitingStatus;
const RECEIVED = '2026-01-05';
const after = (days: number): string => Temporal.PlainDate.from(RECEIVED).add({ days }).toString();

const limits = { FOUR_WEEKS: [28, 7], COMMUNITY_18: [126, 14], RTT_18: [126, 14], LOCAL: [40, 5] } as const;
const standard = (kind: StandardKind) => ({
  ...{ service: HealthService.CAMHS, provider: null, kind, holdsFrom: '1900-01-01', holdsUntil: null },
  ...{ limitDays: limits[kind][0], warningDays: limits[kind][1] },
});

/** A step on the given day of the wait. */
type Drawn = readonly [WaitingStatus, number, Partial<typeof offered>?, string?];
const offered = { firstAppointment: true, properlyOffered: true };
const steps = (...drawn: readonly Drawn[]) =>
  effectiveHistory(
    drawn.map(([to, day, flags, rttStatus], at) => ({
      ...{ ...statusAlone, ...flags, id: at + 1, to, effectiveOn: after(day), rttStatus: rttStatus ?? null },
    })),
  );
const wait = (kind: StandardKind, ...drawn: readonly Drawn[]): Wait => ({
  ...{ standard: standard(kind), receivedOn: RECEIVED, history: steps([S.REFERRED, 0], ...drawn) },
  ...{ baselineOutcomeOn: null, carePlanOn: null, diedOn: null },
});
const { FOUR_WEEKS, COMMUNITY_18, RTT_18, LOCAL } = StandardKind;
const stateOn = (one: Wait, day: number) => readWait(one, after(day)).clock.state;

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
    const therapy = readWait(wait(COMMUNITY_18), after(days));
    expect(bandOf(therapy.daysWaiting)).toBe(band);
    expect(therapy.clock.state === ClockState.BREACHED).toBe(expected.over18weeks);
    expect(stateOn(wait(FOUR_WEEKS), days) === ClockState.BREACHED).toBe(expected.over4weeks);
    expect(band === WAIT_BANDS.at(-1)).toBe(expected.over52weeks);
  });

  it.each([
    [FOUR_WEEKS, '4 weeks', 28],
    [COMMUNITY_18, '18 weeks', 126],
    [RTT_18, '18 weeks, referral to treatment', 126],
    [LOCAL, '40 days, local', 40],
  ])('tells of %s what it is called and when it is breached', (kind, name, limitDays) => {
    expect(readWait(wait(kind), RECEIVED).clock).toEqual({
      ...{ kind, standard: name, limitDays, startedOn: RECEIVED, days: 0, nullifiedOn: [], stoppedOn: null },
      ...{ state: ClockState.ON_TRACK, breachOn: after(limitDays + 1) },
    });
  });

  it.each([
    [FOUR_WEEKS, 20, ClockState.ON_TRACK],
    [FOUR_WEEKS, 21, ClockState.DUE_SOON],
    [FOUR_WEEKS, 28, ClockState.DUE_SOON],
    [FOUR_WEEKS, 29, ClockState.BREACHED],
    [COMMUNITY_18, 111, ClockState.ON_TRACK],
    [COMMUNITY_18, 112, ClockState.DUE_SOON],
    [COMMUNITY_18, 126, ClockState.DUE_SOON],
    [COMMUNITY_18, 127, ClockState.BREACHED],
  ])('warns of %s on day %i as %s', (kind, day, state) => {
    expect(stateOn(wait(kind), day)).toBe(state);
  });

  it('is stopped when it ended in time and stays breached when it ended late', () => {
    const ended = (day: number) => readWait(wait(COMMUNITY_18, [S.SEEN_FIRST, day]), after(200));
    expect(ended(126)).toMatchObject({ daysWaiting: 126, weeksWaiting: 18, clock: { state: ClockState.STOPPED } });
    expect(ended(127)).toMatchObject({ daysWaiting: 127, clock: { state: 'BREACHED', stoppedOn: after(127) } });
  });

  it('stops at four weeks with the latest of three dates, and not before all of them have come', () => {
    const seen = wait(FOUR_WEEKS, [S.SEEN_FIRST, 10]);
    const read = (baseline: number | null, plan: number | null, asAt: number) =>
      readWait(
        {
          ...seen,
          baselineOutcomeOn: baseline === null ? null : after(baseline),
          carePlanOn: plan === null ? null : after(plan),
        },
        after(asAt),
      );
    expect(read(12, null, 40)).toMatchObject({ daysWaiting: 10, clock: { days: 40, state: 'BREACHED' } });
    expect(read(12, 28, 40).clock).toMatchObject({ days: 28, stoppedOn: after(28), state: 'STOPPED' });
    expect(read(2, 3, 40).clock).toMatchObject({ days: 10, stoppedOn: after(10) });
    expect(read(12, 28, 27).clock).toMatchObject({ days: 27, stoppedOn: null, state: 'DUE_SOON' });
    const closed = { ...seen, history: steps([S.REFERRED, 0], [S.SEEN_FIRST, 10], [S.DISCHARGED, 20]) };
    expect(readWait({ ...closed, baselineOutcomeOn: after(12), carePlanOn: after(25) }, after(40)).clock).toMatchObject(
      {
        stoppedOn: after(20),
      },
    );
  });

  it('is nullified by a properly offered first appointment that was missed, and by nothing else', () => {
    const missed = (kind: StandardKind, flags: Partial<typeof offered>) =>
      wait(kind, [S.BOOKED, 5, flags], [S.DID_NOT_ATTEND, 20], [S.ACCEPTED_WAITING, 22], [S.BOOKED, 30]);
    const restarted = readWait(missed(RTT_18, offered), after(50));
    expect(restarted).toMatchObject({
      daysWaiting: 50,
      clock: { startedOn: after(30), days: 20, nullifiedOn: [after(20)], breachOn: after(157), state: 'ON_TRACK' },
    });
    for (const untouched of [
      missed(RTT_18, { firstAppointment: true }),
      missed(RTT_18, { properlyOffered: true }),
      missed(COMMUNITY_18, offered),
      missed(FOUR_WEEKS, offered),
      wait(RTT_18, [S.BOOKED, 5, offered], [S.ACCEPTED_WAITING, 20], [S.BOOKED, 30]),
    ])
      expect(readWait(untouched, after(50)).clock).toMatchObject({ startedOn: RECEIVED, days: 50, nullifiedOn: [] });
  });

  it('is nullified once', () => {
    const twice = wait(
      RTT_18,
      ...([
        [S.BOOKED, 5, offered],
        [S.DID_NOT_ATTEND, 20],
        [S.ACCEPTED_WAITING, 22],
      ] as const),
      ...([
        [S.BOOKED, 30, offered],
        [S.DID_NOT_ATTEND, 60],
      ] as const),
    );
    expect(readWait(twice, after(70)).clock).toMatchObject({
      startedOn: after(30),
      days: 40,
      nullifiedOn: [after(20)],
    });
  });

  it('runs not at all between nullification and the next appointment, nor is late', () => {
    const missed = wait(RTT_18, [S.BOOKED, 5, offered], [S.DID_NOT_ATTEND, 150], [S.ACCEPTED_WAITING, 151]);
    expect(readWait(missed, after(149)).clock).toMatchObject({ days: 149, state: ClockState.BREACHED });
    expect(readWait(missed, after(200))).toMatchObject({
      daysWaiting: 200,
      clock: { startedOn: null, days: null, breachOn: null, stoppedOn: null, state: ClockState.EXCEPTION },
    });
    const closed = { ...missed, diedOn: after(180) };
    expect(readWait(closed, after(200))).toMatchObject({
      daysWaiting: 180,
      clock: { startedOn: null, days: null, stoppedOn: after(180), state: ClockState.STOPPED },
    });
  });

  it.each(['30', '31', '32', '34', '35', '36'])(
    'stops referral to treatment at status %s, which ends no wait',
    (code) => {
      const active = wait(RTT_18, [S.BOOKED, 5, {}, '20'], [S.ACCEPTED_WAITING, 30, {}, code]);
      expect(readWait(active, after(50))).toMatchObject({ daysWaiting: 50, clock: { days: 30, stoppedOn: after(30) } });
      expect(readWait({ ...active, standard: standard(COMMUNITY_18) }, after(50)).clock.stoppedOn).toBeNull();
    },
  );

  it('goes on from the first contact to the first treatment', () => {
    const seen = wait(RTT_18, [S.BOOKED, 5], [S.SEEN_FIRST, 30], [S.IN_TREATMENT, 60]);
    expect(readWait(seen, after(50))).toMatchObject({ daysWaiting: 30, clock: { days: 50, stoppedOn: null } });
    expect(readWait(seen, after(90))).toMatchObject({ daysWaiting: 30, clock: { days: 60, stoppedOn: after(60) } });
  });

  it('reads a past day as it stood then', () => {
    const seen = wait(COMMUNITY_18, [S.SEEN_FIRST, 29]);
    expect(readWait(seen, after(28))).toMatchObject({ daysWaiting: 28, clock: { stoppedOn: null, state: 'ON_TRACK' } });
    expect(readWait(seen, after(29)).clock.stoppedOn).toBe(after(29));
    expect(readWait(seen, '2025-12-31')).toMatchObject({ daysWaiting: 0, weeksWaiting: 0 });
  });

  it('tells the published figure from the day on which the wait came to the provider', () => {
    expect(readClock(wait(FOUR_WEEKS, [S.SEEN_FIRST, 50]), after(28), after(40))).toMatchObject({
      ...{ startedOn: after(28), days: 12, breachOn: after(57), state: ClockState.ON_TRACK },
    });
  });

  it('ends at the first contact, treatment or closure, and at nothing else', () => {
    expect(Object.values(WaitingStatus).filter(endsWait).sort()).toEqual(
      ['DISCHARGED', 'ENTERED_IN_ERROR', 'IN_TREATMENT', 'REDIRECTED', 'REJECTED', 'SEEN_FIRST', 'WITHDRAWN'].sort(),
    );
  });

  it('takes the earliest change that ended it, in whatever order changes were recorded', () => {
    const running: Drawn[] = [
      [S.BOOKED, 27],
      [S.DID_NOT_ATTEND, 35],
    ];
    expect(waitEndedOn(steps(...running))).toBeNull();
    expect(waitEndedOn(steps(...running, [S.DISCHARGED, 116], [S.SEEN_FIRST, 56]))).toBe(after(56));
    expect(waitEndedOn(steps(...running, [S.SEEN_FIRST, 56], [S.DISCHARGED, 116]))).toBe(after(56));
  });

  it.each(Object.values(S).filter((to) => !isOpen(to)))(
    'runs on where %s was put right, and ended where it was not',
    (to) => {
      expect(waitEndedOn(steps([to, 27]))).toBe(after(27));
      expect(waitEndedOn(steps([to, 27], [S.ACCEPTED_WAITING, 27]))).toBeNull();
      expect(waitEndedOn(steps([to, 27], [S.SEEN_FIRST, 55]))).toBe(after(55));
    },
  );
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
