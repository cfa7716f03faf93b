import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { StandardKind } from './standard.js';
import { HealthService, WaitingStatus } from './status.js';
import { statusAlone, type StoredEntry } from './stored-entry.js';
import { inPart, toEntry } from './waiting-list-entry.mapper.js';

const standard = (kind: StandardKind) => ({
  ...{ service: HealthService.CAMHS, provider: null, kind, limitDays: 28, warningDays: 7 },
  ...{ holdsFrom: '1900-01-01', holdsUntil: null },
});
const entry: StoredEntry = {
  childId: 'child',
  id: 'entry',
  providerOds: 'XAC01',
  providerName: null,
  service: HealthService.CAMHS,
  status: WaitingStatus.BOOKED,
  statusOn: '2026-01-10',
  priority: null,
  receivedOn: '2026-01-05',
  nextStep: 'A first appointment',
  nextAppointmentOn: '2026-02-10',
  supportWhileWaiting: ['A drop-in on Tuesdays'],
  referredBy: null,
  ...{ baselineOutcomeOn: null, carePlanOn: null, continuesFrom: null, confidential: false, referredByOrg: null },
  ...{ referralSource: null, childVoice: null, parentVoice: null, ageAtReferral: null },
  ...{
    visibleBefore: null,
    visibleAfter: null,
    consideredThrough: null,
    standards: [standard(StandardKind.FOUR_WEEKS)],
  },
  version: 1,
  history: [],
  tellings: [],
};
const changeTo = (to: WaitingStatus, effectiveOn: string, id = 1) => ({
  ...{
    ...statusAlone,
    id,
    from: WaitingStatus.BOOKED,
    to,
    effectiveOn,
    recordedAt: '2026-01-30T09:00:00Z',
    by: 'file',
    reason: null,
  },
});
const anyDay = fc.integer({ min: 1, max: 31 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);

describe('a wait of a child who died', () => {
  it('ended that day, with nothing to come, and keeps the provider’s own word', () => {
    expect(toEntry(entry, '2026-03-01', '2026-01-15')).toMatchObject({
      status: 'BOOKED',
      daysWaiting: 10,
      weeksWaiting: 1,
      clock: { stoppedOn: '2026-01-15', state: ClockState.STOPPED },
      nextStep: null,
      nextAppointmentOn: null,
      supportWhileWaiting: [],
    });
  });

  it('is read on any day as the one that ended by itself on the day of death, or before it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.option(anyDay), (today, diedOn, seenOn) => {
        const history = seenOn === null ? [] : [changeTo(WaitingStatus.SEEN_FIRST, seenOn)];
        const shown = toEntry({ ...entry, history }, today, diedOn);
        const closed = toEntry(
          { ...entry, history: [...history, changeTo(WaitingStatus.WITHDRAWN, diedOn, 2)] },
          today,
          null,
        );
        expect([shown.daysWaiting, shown.clock]).toEqual([closed.daysWaiting, closed.clock]);
        expect(shown.nextAppointmentOn).toBe(today < diedOn ? '2026-02-10' : null);
      }),
    );
  });
});

describe('an entry as it is shown', () => {
  const history = [
    changeTo(WaitingStatus.REFERRED, '2026-01-05', 1),
    { ...changeTo(WaitingStatus.DID_NOT_ATTEND, '2026-01-12', 2), wasNotBrought: true },
    { ...changeTo(WaitingStatus.DID_NOT_ATTEND, '2026-01-13', 3), wasNotBrought: true, corrects: 2 },
    changeTo(WaitingStatus.ON_HOLD, '2026-01-20', 4),
  ];
  const redirected = {
    ...entry,
    history: [...history, { ...changeTo(WaitingStatus.REDIRECTED, '2026-01-30', 5), reason: 'Better met elsewhere' }],
    ...{ visibleBefore: 'before', visibleAfter: 'after', continuesFrom: 'before', childVoice: 'I like drawing.' },
  };

  it('tells of every step whether it counts, and of figures those that count alone', () => {
    const shown = toEntry({ ...entry, history }, '2026-01-31', null);
    expect(shown.history.map(({ id, counts, corrects }) => [id, counts, corrects])).toEqual([
      ['1', true, null],
      ['2', false, null],
      ['3', true, '2'],
      ['4', true, null],
    ]);
    expect(shown).toMatchObject({ wasNotBrought: 1, localHoldDays: 11, daysWaiting: 26, endedBecause: null });
    expect(toEntry({ ...entry, history }, '2026-01-12', null).wasNotBrought).toBe(0);
  });

  it('says why it ended without the child being seen, and how it is published by provider', () => {
    expect(toEntry(redirected, '2026-03-01', null)).toMatchObject({
      ...{ daysWaiting: 25, localHoldDays: 10, continuesFrom: 'before', continuesAs: 'after' },
      endedBecause: 'Sent on to another service, where the wait goes on',
      clock: { state: ClockState.STOPPED },
    });
    const moved = { ...redirected, history: [changeTo(WaitingStatus.REFERRED, '2026-01-20')] };
    expect(toEntry(moved, '2026-02-10', null)).toMatchObject({
      clock: { startedOn: '2026-01-05', days: 36, state: ClockState.BREACHED },
      publishedSpell: { startedOn: '2026-01-20', days: 21, breachOn: '2026-02-18', state: ClockState.DUE_SOON },
    });
    expect(toEntry({ ...moved, standards: [standard(StandardKind.LOCAL)] }, '2026-02-10', null)).toMatchObject({
      publishedSpell: null,
    });
  });

  it('says nothing of why where the child was seen, and of death where life ended first', () => {
    const seen = [...history, changeTo(WaitingStatus.SEEN_FIRST, '2026-01-25', 5)];
    const closed = [...seen, { ...changeTo(WaitingStatus.DISCHARGED, '2026-02-01', 6), reason: 'Well' }];
    expect(toEntry({ ...entry, history: closed }, '2026-03-01', null).endedBecause).toBeNull();
    expect(toEntry({ ...entry, history: closed }, '2026-03-01', '2026-01-22').endedBecause).toBe('The child has died');
  });

  it('is in part its wait, without anybody’s words or whereabouts', () => {
    const part = inPart(toEntry(redirected, '2026-03-01', null));
    expect(part).toMatchObject({ wasNotBrought: 1, localHoldDays: 10, words: null, publishedSpell: null });
    expect(part).toMatchObject({ continuesFrom: null, continuesAs: null, provider: null, history: [] });
    expect(part.endedBecause).toBe('Sent on to another service, where the wait goes on');
    expect(JSON.stringify(part)).not.toMatch(/elsewhere|drawing|before"|after"/);
  });
});
