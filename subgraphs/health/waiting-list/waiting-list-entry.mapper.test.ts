import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { HealthService, WaitingStatus } from './status.js';
import { statusAlone, type StoredEntry } from './stored-entry.js';
import { toEntry } from './waiting-list-entry.mapper.js';

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
  referrerToldOn: null,
  ...{ baselineOutcomeOn: null, carePlanOn: null, continuesFrom: null, confidential: false, referredByOrg: null },
  ...{ referralSource: null, childVoice: null, parentVoice: null },
  version: 1,
  history: [],
};
const changeTo = (to: WaitingStatus, effectiveOn: string) => ({
  ...{
    ...statusAlone,
    id: 1,
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
          { ...entry, history: [...history, changeTo(WaitingStatus.WITHDRAWN, diedOn)] },
          today,
          null,
        );
        expect([shown.daysWaiting, shown.clock]).toEqual([closed.daysWaiting, closed.clock]);
        expect(shown.nextAppointmentOn).toBe(today < diedOn ? '2026-02-10' : null);
      }),
    );
  });
});
