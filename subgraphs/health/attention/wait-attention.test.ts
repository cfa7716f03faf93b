import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { readWait } from '../waiting-list/clock.js';
import { effectiveHistory } from '../waiting-list/history.js';
import { StandardKind, standardOf } from '../waiting-list/standard.js';
import { HealthService, WaitingStatus } from '../waiting-list/status.js';
import { waitAttention, type WatchedEntry } from './wait-attention.js';

const S = WaitingStatus;
const RECEIVED = '2026-01-05';
const after = (days: number): string => Temporal.PlainDate.from(RECEIVED).add({ days }).toString();

type Drawn = readonly [to: WaitingStatus, day: number, wasNotBrought?: boolean];
const stepsOf = (drawn: readonly Drawn[]): WatchedEntry['history'] =>
  drawn.map(([to, day, wasNotBrought = false], at) => ({
    ...{ id: at + 1, to, effectiveOn: after(day), corrects: null, wasNotBrought },
    ...{ firstAppointment: false, properlyOffered: false, rttStatus: null },
  }));

const entry = (drawn: readonly Drawn[], over: Partial<WatchedEntry> = {}): WatchedEntry => ({
  ...{ providerOds: 'XSL02', entryRef: 'R1', service: HealthService.SALT, receivedOn: RECEIVED, ageAtReferral: 7 },
  ...{ baselineOutcomeOn: null, carePlanOn: null, unnamed: false, tellings: [] },
  standards: [
    {
      ...{ service: HealthService.SALT, provider: null, kind: StandardKind.COMMUNITY_18, limitDays: 126 },
      ...{ warningDays: 14, holdsFrom: '1900-01-01', holdsUntil: null },
    },
  ],
  history: stepsOf([[S.REFERRED, 0], ...drawn]),
  ...over,
});
const told = (of: WatchedEntry) => waitAttention(of).map(({ kind, from, until }) => [kind, from, until]);
const facts = (of: WatchedEntry) => waitAttention(of).map(({ fact }) => fact);

describe('what of a wait needs attention', () => {
  it('is that it is past its standard, said beforehand, from the first day on which that is not met', () => {
    expect(told(entry([]))).toEqual([['WAIT_PAST_STANDARD', after(127), null]]);
    expect(told(entry([[S.SEEN_FIRST, 126]]))).toEqual([]);
    expect(told(entry([[S.SEEN_FIRST, 130]]))).toEqual([['WAIT_PAST_STANDARD', after(127), after(130)]]);
    expect(facts(entry([]))).toEqual([
      'Waiting for speech and language therapy since 5 January 2026: past the standard of 18 weeks from 12 May 2026.',
    ]);
  });

  it('is that the child was not brought, until the child is seen or the entry closed', () => {
    const missed = [
      [S.ACCEPTED_WAITING, 5],
      [S.DID_NOT_ATTEND, 20, true],
    ] as const;
    expect(told(entry([...missed, [S.BOOKED, 22], [S.SEEN_FIRST, 30]]))).toEqual([
      ['WAS_NOT_BROUGHT', after(20), after(30)],
    ]);
    expect(told(entry([...missed, [S.DISCHARGED, 25]]))).toContainEqual(['WAS_NOT_BROUGHT', after(20), after(25)]);
    expect(facts(entry(missed))[0]).toBe(
      'Was not brought to an appointment of speech and language therapy on 25 January 2026.',
    );
  });

  it('is a referral that was rejected or redirected, until its referrer is told', () => {
    expect(told(entry([[S.REJECTED, 10]]))).toEqual([['REFERRAL_WITHOUT_FEEDBACK', after(10), null]]);
    const telling = (toldOn: string) => ({ tellings: [{ id: 1, outcome: S.REDIRECTED, toldOn }] });
    expect(told(entry([[S.REDIRECTED, 10]], telling(after(12))))).toEqual([
      ['REFERRAL_WITHOUT_FEEDBACK', after(10), after(12)],
    ]);
    expect(told(entry([[S.REDIRECTED, 10]], telling(after(10))))).toEqual([]);
    expect(told(entry([[S.DISCHARGED, 10]]))).toEqual([]);
    expect(facts(entry([[S.REJECTED, 10]]))).toEqual([
      'A referral to speech and language therapy was rejected on 15 January 2026; its referrer has not been told.',
    ]);
  });

  it('names no service that is not named, and tells nothing of it that would', () => {
    const unnamed = entry([[S.DID_NOT_ATTEND, 20, true]], { unnamed: true });
    expect(told(unnamed)).toEqual([['WAS_NOT_BROUGHT', after(20), null]]);
    expect(facts(unnamed)).toEqual(['Was not brought to an appointment of a health service on 25 January 2026.']);
    expect(waitAttention(entry([[S.REJECTED, 200]], { unnamed: true }))).toEqual([]);
  });

  it('is past its standard on exactly the days on which its clock says that it is late and runs', () => {
    const later = fc.constantFrom(S.TRIAGE, S.ACCEPTED_WAITING, S.BOOKED, S.SEEN_FIRST, S.DISCHARGED, S.REJECTED);
    const drawn = fc.array(fc.tuple(later, fc.integer({ min: 0, max: 200 })), { maxLength: 5 });
    fc.assert(
      fc.property(drawn, (steps) => {
        const inOrder = [...steps].sort(([, a], [, b]) => a - b);
        const of = entry(inOrder);
        const past = waitAttention(of).filter(({ kind }) => kind === 'WAIT_PAST_STANDARD');
        const wait = {
          ...of,
          standard: standardOf(of.standards, of),
          history: effectiveHistory(of.history),
          diedOn: null,
        };
        for (let day = 0; day < 210; day += 1) {
          const { clock } = readWait(wait, after(day));
          const late = clock.state === ClockState.BREACHED && clock.stoppedOn === null;
          expect([
            day,
            past.some(({ from, until }) => from <= after(day) && (until === null || after(day) < until)),
          ]).toEqual([...[day, late]]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
