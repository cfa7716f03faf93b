import { describe, expect, it } from '@jest/globals';
import { endedBecause } from './ended-because.js';
import { effectiveHistory } from './history.js';
import { WaitingStatus } from './status.js';

const S = WaitingStatus;
/** Steps of the 1st, 2nd, … of February. */
const history = (...tos: readonly WaitingStatus[]) =>
  effectiveHistory(
    tos.map((to, at) => ({ id: at + 1, to, effectiveOn: `2026-02-0${String(at + 1)}`, corrects: null })),
  );

describe('why a wait ended without the child being seen', () => {
  it.each([
    [S.REJECTED, 'The service did not accept the referral'],
    [S.REDIRECTED, 'Sent on to another service, where the wait goes on'],
    [S.WITHDRAWN, 'The family or the referrer took the referral back'],
    [S.DISCHARGED, 'The service ended its involvement before it had seen the child'],
    [S.ENTERED_IN_ERROR, 'It should never have been recorded'],
  ])('is said of %s, from its day on', (to, why) => {
    expect(endedBecause(history(S.REFERRED, to), '2026-02-02', null)).toBe(why);
    expect(endedBecause(history(S.REFERRED, to), '2026-02-01', null)).toBeNull();
  });

  it('is nothing while the child waits, nor of one who was seen, however it was closed', () => {
    expect(endedBecause(history(S.REFERRED, S.DID_NOT_ATTEND), '2026-03-01', null)).toBeNull();
    for (const contact of [S.SEEN_FIRST, S.IN_TREATMENT])
      expect(endedBecause(history(S.REFERRED, contact, S.DISCHARGED), '2026-03-01', null)).toBeNull();
  });

  it('is a death, where that came first: what is recorded after it ended nothing', () => {
    const closed = history(S.REFERRED, S.TRIAGE, S.WITHDRAWN);
    expect(endedBecause(closed, '2026-03-01', '2026-02-02')).toBe('The child has died');
    expect(endedBecause(closed, '2026-03-01', '2026-02-03')).toBe('The family or the referrer took the referral back');
    expect(endedBecause(closed, '2026-02-01', '2026-02-02')).toBeNull();
  });
});
