import { describe, expect, it } from '@jest/globals';
import { allowedFrom, isOpen, requiresReason, WaitingStatus } from './status.js';

const every = Object.values(WaitingStatus);
const FINAL = ['DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'];

/** domain.md §4.5 with its corrections, row by row, without the three that every open state allows. */
const TABLE: Record<string, string[]> = {
  REFERRED: ['TRIAGE', 'REJECTED'],
  TRIAGE: ['ACCEPTED_WAITING', 'REJECTED', 'REDIRECTED', 'INFO_NEEDED'],
  INFO_NEEDED: ['TRIAGE', 'REJECTED'],
  ACCEPTED_WAITING: ['BOOKED', 'ON_HOLD', 'REDIRECTED'],
  BOOKED: ['SEEN_FIRST', 'DID_NOT_ATTEND', 'ACCEPTED_WAITING'],
  DID_NOT_ATTEND: ['ACCEPTED_WAITING'],
  ON_HOLD: ['ACCEPTED_WAITING'],
  SEEN_FIRST: ['IN_TREATMENT'],
  IN_TREATMENT: [],
};

describe('a waiting-list entry', () => {
  it.each(every)('goes from %s where the design lets it and nowhere else', (status) => {
    const row = TABLE[status];
    const expected = row ? [...row, 'WITHDRAWN', 'DISCHARGED', 'ENTERED_IN_ERROR'] : [];
    expect([...allowedFrom(status)].sort()).toEqual(expected.sort());
  });

  it.each(every)('never goes from %s to itself', (status) => {
    expect(allowedFrom(status)).not.toContain(status);
  });

  it('is open in every status but the five final ones', () => {
    expect(every.filter((status) => !isOpen(status)).sort()).toEqual([...FINAL].sort());
  });

  it('can reach every status from a new referral', () => {
    const reached = new Set([WaitingStatus.REFERRED]);
    for (const status of reached) for (const next of allowedFrom(status)) reached.add(next);
    expect(reached.size).toBe(every.length);
  });

  it.each(every.filter(isOpen))(
    'is stuck nowhere: from %s the child can come to be treated, and the entry be closed',
    (status) => {
      const reached = new Set([status]);
      for (const at of reached) for (const next of allowedFrom(at)) reached.add(next);
      expect(reached).toContain(WaitingStatus.IN_TREATMENT);
      expect(allowedFrom(status)).toContain(WaitingStatus.DISCHARGED);
    },
  );

  it('must say why it is rejected, redirected, held, withdrawn or discharged', () => {
    expect(every.filter(requiresReason).sort()).toEqual(
      ['DISCHARGED', 'ON_HOLD', 'REDIRECTED', 'REJECTED', 'WITHDRAWN'].sort(),
    );
  });
});
