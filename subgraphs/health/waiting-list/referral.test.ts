import { describe, expect, it } from '@jest/globals';
import { referralOf } from './referral.js';
import { isOpen, WaitingStatus } from './status.js';

const entry = {
  ...{ childId: 'c', providerOds: 'ZQ1', entryRef: 'r1', statusOn: '2026-02-01' },
  ...{ receivedOn: '2026-01-05', cameOn: null },
};

describe('the referral that an entry is', () => {
  const at = (status: WaitingStatus) => referralOf({ ...entry, status });

  it.each(Object.values(WaitingStatus))('is the provider’s, from the day it was received, at %s', (status) => {
    expect(at(status)).toMatchObject({ childId: 'c', grantee: 'org:ZQ1', basis: 'REFERRAL', reference: 'entry/r1' });
    expect(at(status).from).toBe('2026-01-05');
  });

  it('is that of the provider that has it from the day it came there, where it was received elsewhere first', () => {
    const came = (status: WaitingStatus) => referralOf({ ...entry, cameOn: '2026-01-19', status });
    expect(came(WaitingStatus.TRIAGE)).toMatchObject({ from: '2026-01-19', until: null });
    expect(came(WaitingStatus.ENTERED_IN_ERROR)).toMatchObject({ from: '2026-01-19', until: '2026-01-19' });
  });

  it('holds while it is open, and 28 days after it ended', () => {
    const { ENTERED_IN_ERROR, ...statuses } = WaitingStatus;
    expect(at(ENTERED_IN_ERROR).until).not.toBeNull();
    for (const status of Object.values(statuses)) expect(at(status).until).toBe(isOpen(status) ? null : '2026-03-01');
  });

  it('never held, where it was entered in error: not a day more, and not one before', () => {
    const { from, until } = at(WaitingStatus.ENTERED_IN_ERROR);
    expect(until).toBe(from);
  });
});
