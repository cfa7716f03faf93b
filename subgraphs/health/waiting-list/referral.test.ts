import { describe, expect, it } from '@jest/globals';
import { referralOf } from './referral.js';
import { isOpen, WaitingStatus } from './status.js';

const entry = { childId: 'c', providerOds: 'ZQ1', entryRef: 'r1', statusOn: '2026-02-01', receivedOn: '2026-01-05' };

describe('the referral that an entry is', () => {
  it.each(Object.values(WaitingStatus))('holds from the day it was received, at %s', (status) => {
    expect(referralOf({ ...entry, status })).toEqual({
      childId: 'c',
      grantee: 'org:ZQ1',
      basis: 'REFERRAL',
      reference: 'entry/r1',
      from: '2026-01-05',
      until: isOpen(status) ? null : '2026-03-01',
    });
  });
});
