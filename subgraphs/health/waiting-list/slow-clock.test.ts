import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { readWait, type Wait } from './clock.js';
import { effectiveHistory } from './history.js';
import { localHoldDays } from './local-hold.js';
import type { ClockStep } from './run.js';
import { StandardKind } from './standard.js';
import { allowedFrom, HealthService, isOpen, WaitingStatus } from './status.js';
import { statusAlone } from './stored-entry.js';

const RECEIVED = '2026-01-05';
const after = (days: number): string => Temporal.PlainDate.from(RECEIVED).add({ days }).toString();
const onOrNull = (day: number | null): string | null => (day === null ? null : after(day));

const drawnStep = fc.record({
  choice: fc.nat(),
  gap: fc.integer({ min: 0, max: 40 }),
  firstAppointment: fc.boolean(),
  properlyOffered: fc.boolean(),
  rttStatus: fc.constantFrom(
    ...[null, null, null, null, null, '10', '11', '11', '12', '20', '30', '31', '32', '33', '34', '91'],
  ),
  stays: fc.boolean(),
});

/** A wait whose steps are each allowed after the one before. */
const anyWait = fc
  .record({
    kind: fc.constantFrom(...Object.values(StandardKind)),
    drawn: fc.array(drawnStep, { maxLength: 14 }),
    baseline: fc.option(fc.nat(150)),
    plan: fc.option(fc.nat(150)),
    died: fc.option(fc.nat(300), { freq: 4 }),
  })
  .map(({ kind, drawn, baseline, plan, died }) => {
    const made: ClockStep[] = [{ ...statusAlone, id: 1, to: WaitingStatus.REFERRED, effectiveOn: RECEIVED }];
    let day = 0;
    for (const { choice, gap, stays, ...flags } of drawn) {
      const last = made.at(-1)?.to ?? WaitingStatus.REFERRED;
      const allowed = stays && flags.rttStatus !== null && isOpen(last) ? [last] : allowedFrom(last);
      // Mostly what goes on: histories are to be long, with appointments missed more than once.
      const next = [...Array<readonly WaitingStatus[]>(6).fill(allowed.filter(isOpen)).flat(), ...allowed];
      const to = next[choice % Math.max(1, next.length)];
      if (to === undefined) break;
      day += gap;
      made.push({ id: made.length + 1, corrects: null, to, effectiveOn: after(day), ...flags });
    }
    const standard = {
      ...{ service: HealthService.CAMHS, provider: null, kind, holdsFrom: '1900-01-01', holdsUntil: null },
      ...(kind === StandardKind.FOUR_WEEKS ? { limitDays: 28, warningDays: 7 } : { limitDays: 126, warningDays: 14 }),
    };
    const wait: Wait = {
      ...{ standard, receivedOn: RECEIVED, history: effectiveHistory(made) },
      ...{ baselineOutcomeOn: onOrNull(baseline), carePlanOn: onOrNull(plan), diedOn: onOrNull(died) },
    };
    return { wait, made };
  });

const CLOSED: readonly string[] = ['DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'];
const SEEN: readonly string[] = ['SEEN_FIRST', 'IN_TREATMENT'];

/** Walks the calendar, a day at a time, and does on each day what its steps say. Everything is a counter. */
function walk({ wait, made }: { wait: Wait; made: readonly ClockStep[] }, asAt: string) {
  const now = {
    waited: 0,
    waiting: true,
    held: 0,
    clock: 0 as number | null,
    stopped: false,
    nullified: 0,
    seen: false,
    stoppedBy: null as string | null,
  };
  const had = { baseline: false, plan: false, offered: false, held: false };
  for (let day = RECEIVED; ; day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()) {
    for (const step of made.filter(({ effectiveOn }) => effectiveOn === day)) {
      const closes = CLOSED.includes(step.to);
      if (closes || SEEN.includes(step.to)) now.waiting = false;
      if (SEEN.includes(step.to)) now.seen = true;
      const code = step.rttStatus ?? '';
      const rtt = wait.standard.kind === StandardKind.RTT_18;
      if (rtt && now.stopped && !closes) {
        const monitored = ['31', '32'].includes(now.stoppedBy ?? '');
        if (code === '10' || code === '12' || (code === '11' && monitored)) {
          [now.stopped, now.clock, now.stoppedBy] = [false, 0, null];
          [had.offered, had.held] = [step.firstAppointment && step.properlyOffered, step.to === WaitingStatus.ON_HOLD];
          continue;
        }
      }
      const stops = ['30', '31', '32', '34'].includes(code);
      const byKind = rtt ? !now.stopped && (step.to === WaitingStatus.IN_TREATMENT || stops) : now.seen;
      if (rtt && byKind) now.stoppedBy = code;
      const missed = step.to === WaitingStatus.DID_NOT_ATTEND;
      const proper = step.firstAppointment && step.properlyOffered;
      if (closes || (wait.standard.kind !== StandardKind.FOUR_WEEKS && byKind)) now.stopped = true;
      else if (wait.standard.kind === StandardKind.RTT_18 && !now.stopped) {
        if (missed && now.nullified === 0 && (proper || had.offered)) {
          now.nullified = 1;
          now.clock = null;
        } else if (now.clock === null && (step.to === WaitingStatus.BOOKED || code === '10' || code === '12'))
          now.clock = 0;
      }
      had.offered = proper;
      had.held = step.to === WaitingStatus.ON_HOLD;
    }
    had.baseline ||= wait.baselineOutcomeOn === day;
    had.plan ||= wait.carePlanOn === day;
    if (wait.standard.kind === StandardKind.FOUR_WEEKS && now.seen && had.baseline && had.plan) now.stopped = true;
    if (wait.diedOn === day) [now.waiting, now.stopped] = [false, true];
    if (day === asAt || wait.diedOn === day) return now;
    if (now.waiting) now.waited += 1;
    if (had.held) now.held += 1;
    if (!now.stopped && now.clock !== null) now.clock += 1;
  }
}

function stateOf(clock: number | null, stopped: boolean, { limitDays, warningDays }: Wait['standard']): ClockState {
  if (clock === null) return stopped ? ClockState.STOPPED : ClockState.EXCEPTION;
  if (clock > limitDays) return ClockState.BREACHED;
  if (stopped) return ClockState.STOPPED;
  return clock >= limitDays - warningDays ? ClockState.DUE_SOON : ClockState.ON_TRACK;
}

describe('the figures of a wait', () => {
  it('are those of a slow walk through the calendar, day by day, for every standard and history', () => {
    fc.assert(
      fc.property(anyWait, fc.nat(400), (drawn, asAt) => {
        const walked = walk(drawn, after(asAt));
        const read = readWait(drawn.wait, after(asAt));
        expect(read.daysWaiting).toBe(walked.waited);
        expect(read.weeksWaiting).toBe((walked.waited - (walked.waited % 7)) / 7);
        expect(read.endedOn === null).toBe(walked.waiting);
        const { clock } = read;
        expect([clock.days, clock.stoppedOn !== null, clock.nullifiedOn.length]).toEqual([
          ...[walked.clock, walked.stopped, walked.nullified],
        ]);
        expect(clock.state).toBe(stateOf(walked.clock, walked.stopped, drawn.wait.standard));
        if (clock.breachOn !== null)
          expect(clock.state === ClockState.BREACHED).toBe((clock.stoppedOn ?? after(asAt)) >= clock.breachOn);
        const until = drawn.wait.diedOn !== null && drawn.wait.diedOn < after(asAt) ? drawn.wait.diedOn : after(asAt);
        expect(localHoldDays(drawn.wait.history, until)).toBe(walked.held);
      }),
      { numRuns: 300 },
    );
  });

  it('wait no shorter for a hold, a missed or a cancelled appointment', () => {
    fc.assert(
      fc.property(anyWait, fc.nat(400), ({ wait }, asAt) => {
        const straight = effectiveHistory(wait.history.filter(({ to }) => [...CLOSED, ...SEEN].includes(to)));
        const read = readWait(wait, after(asAt));
        expect(readWait({ ...wait, history: straight }, after(asAt)).daysWaiting).toBe(read.daysWaiting);
      }),
    );
  });
});
