import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { effectiveHistory } from './history.js';
import { judgeChange } from './judge-change.js';
import { type KnownStep, madeChange } from './made-change.js';
import { type ClockStep, runOf } from './run.js';
import { StandardKind } from './standard.js';
import { WaitingStatus } from './status.js';
import { statusAlone } from './stored-entry.js';

const S = WaitingStatus;
const RECEIVED = '2026-01-05';
const after = (days: number): string => Temporal.PlainDate.from(RECEIVED).add({ days }).toString();

/** A step on a day of the wait, with its code. */
type Drawn = readonly [WaitingStatus, number, (string | null)?, Partial<ClockStep>?];
const made = (drawn: readonly Drawn[]): ClockStep[] =>
  drawn.map(([to, day, rttStatus = null, over], at) => ({
    ...{ ...statusAlone, id: at + 1, to, effectiveOn: after(day), rttStatus, ...over },
  }));
const runTo = (day: number, ...drawn: readonly Drawn[]) =>
  runOf(
    {
      ...{ kind: StandardKind.RTT_18, history: effectiveHistory(made([[S.REFERRED, 0], ...drawn])) },
      ...{ baselineOutcomeOn: null, carePlanOn: null, diedOn: null },
    },
    RECEIVED,
    after(day),
  );
const seen = (code: string | null): Drawn => [S.SEEN_FIRST, 20, code];

describe('a referral-to-treatment period', () => {
  it.each(['30', '31', '32', '34', '35', '36'])('ends with code %s, on its day', (code) => {
    expect(runTo(40, seen(code))).toEqual({ startedOn: RECEIVED, nullifiedOn: [], stoppedOn: after(20) });
  });

  it.each(['20', '21', '90', '91', '92', '98', '99', '33', null])('goes on with code %s', (code) => {
    expect(runTo(40, seen(code))).toMatchObject({ startedOn: RECEIVED, stoppedOn: null });
  });

  it.each([
    ['31', '11', true],
    ['32', '11', true],
    ['30', '11', false],
    ['34', '11', false],
    ['30', '12', true],
    ['32', '12', true],
    ['30', '10', true],
    ['34', '10', true],
    ['32', '91', false],
    ['30', '90', false],
    ['32', '20', false],
    ['32', null, false],
  ])('that ended with code %s is followed by one with code %s: %s', (ended, code, follows) => {
    const run = runTo(60, seen(ended), [S.SEEN_FIRST, 50, code]);
    expect(run).toMatchObject(
      follows ? { startedOn: after(50), stoppedOn: null } : { startedOn: RECEIVED, stoppedOn: after(20) },
    );
    // As at the day before, nothing of it is known.
    expect(runTo(49, seen(ended), [S.SEEN_FIRST, 50, code])).toMatchObject({ stoppedOn: after(20) });
  });

  it('that runs is not started anew by any code', () => {
    for (const code of ['10', '11', '12'])
      expect(runTo(60, [S.TRIAGE, 10, code])).toMatchObject({ startedOn: RECEIVED, stoppedOn: null });
  });

  it('ends in its turn, by treatment or a closure', () => {
    const again: Drawn[] = [seen('32'), [S.SEEN_FIRST, 50, '11']];
    expect(runTo(90, ...again, [S.IN_TREATMENT, 80, '30'])).toMatchObject({
      ...{ startedOn: after(50), stoppedOn: after(80) },
    });
    expect(runTo(90, ...again, [S.DISCHARGED, 70])).toMatchObject({ startedOn: after(50), stoppedOn: after(70) });
  });

  it('begins by code after one that was nullified, where no booking began it, and not as if monitored', () => {
    const offered = { firstAppointment: true, properlyOffered: true };
    const missed: Drawn[] = [
      [S.BOOKED, 5, null, offered],
      [S.DID_NOT_ATTEND, 20, '33'],
    ];
    expect(runTo(60, ...missed, [S.SEEN_FIRST, 50, '10'])).toMatchObject({
      ...{ startedOn: after(50), nullifiedOn: [after(20)] },
    });
    expect(runTo(60, ...missed, [S.ACCEPTED_WAITING, 50, '11'])).toMatchObject({ startedOn: null });
  });

  it('ends with a closure whatever code comes with that', () => {
    expect(runTo(60, seen('32'), [S.DISCHARGED, 50, '11'])).toMatchObject({ stoppedOn: after(20) });
  });
});

describe('a referral-to-treatment clock', () => {
  it('is nullified by what the missed step alone says, for a file may hold no booking', () => {
    const missed = (over: Partial<ClockStep>) => runTo(40, [S.DID_NOT_ATTEND, 20, null, over]);
    expect(missed({ firstAppointment: true, properlyOffered: true })).toMatchObject({ nullifiedOn: [after(20)] });
    expect(missed({ firstAppointment: true })).toMatchObject({ nullifiedOn: [] });
    expect(missed({ properlyOffered: true })).toMatchObject({ nullifiedOn: [] });
  });

  it('stops with the child’s life, which is not known before that day', () => {
    const measured = {
      ...{ kind: StandardKind.RTT_18, history: effectiveHistory(made([[S.REFERRED, 0]])) },
      ...{ baselineOutcomeOn: null, carePlanOn: null, diedOn: after(30) },
    };
    expect(runOf(measured, RECEIVED, after(29)).stoppedOn).toBeNull();
    expect(runOf(measured, RECEIVED, after(30)).stoppedOn).toBe(after(30));
  });
});

describe('a code of an entry that keeps its status', () => {
  const held = { status: S.BOOKED, statusOn: after(5), nextAppointmentOn: after(30) };
  const asked = { expectedVersion: 1, to: S.BOOKED, effectiveOn: after(20), rttStatus: '11' };
  const booking: KnownStep = {
    ...{ id: 1, to: S.BOOKED, effectiveOn: after(5), corrects: null, appointmentOn: after(30) },
    ...{ firstAppointment: true, properlyOffered: true, wasNotBrought: false, cancelledBy: null },
  };

  it('is a step on its day, with the booking that stands', () => {
    const standing = { ...held, receivedOn: RECEIVED, version: 1 };
    expect(judgeChange(standing, asked, after(40))).toEqual({ outcome: 'UPDATED' });
    const change = madeChange(held, [booking], asked);
    expect(change.entry).toEqual({ statusOn: after(20) });
    expect(change.step).toMatchObject({
      ...{ from: S.BOOKED, to: S.BOOKED, effectiveOn: after(20), rttStatus: '11', corrects: null },
      ...{ appointmentOn: after(30), firstAppointment: true, properlyOffered: true, wasNotBrought: false },
    });
  });

  it('says nothing a second time of an appointment that was missed', () => {
    const missed = { ...held, status: S.DID_NOT_ATTEND, nextAppointmentOn: null };
    const step: KnownStep = { ...booking, to: S.DID_NOT_ATTEND, wasNotBrought: true };
    expect(madeChange(missed, [step], { ...asked, to: S.DID_NOT_ATTEND }).step).toMatchObject({
      ...{ wasNotBrought: false, firstAppointment: false, appointmentOn: null },
    });
  });

  it('is needed: a status alone still follows itself never', () => {
    const standing = { ...held, receivedOn: RECEIVED, version: 1 };
    const { rttStatus: _, ...alone } = asked;
    expect(judgeChange(standing, alone, after(40))).toMatchObject({ outcome: 'ILLEGAL' });
    expect(judgeChange(standing, { ...asked, rttStatus: 'XX' }, after(40))).toMatchObject({ field: 'rttStatus' });
  });
});
