import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { dutyIntervals, dutySince, isFollowed } from './duty.js';

const { LOOKED_AFTER, CHILD_PROTECTION, CHILD_IN_NEED, EARLY_HELP, ASSESSMENT, CLOSED, KINSHIP } = SocialCareStatus;

describe('the duty of the virtual school', () => {
  it('does not arise from early help, an assessment or a closed case', () => {
    const intervals = [EARLY_HELP, ASSESSMENT, CLOSED].map((status) => ({ status, from: '2026-01-01', until: null }));
    expect(dutyIntervals(intervals)).toEqual([]);
    expect(dutySince(dutyIntervals(intervals))).toBeNull();
    expect(isFollowed(ASSESSMENT)).toBe(false);
  });

  it('outlasts the plan it arose from, and is counted from the first day of any', () => {
    const intervals = dutyIntervals([
      { status: LOOKED_AFTER, from: '2026-02-01', until: null },
      { status: CHILD_IN_NEED, from: '2024-05-01', until: '2024-09-01' },
    ]);
    expect(dutySince(intervals)).toBe('2024-05-01');
  });

  it('keeps a status said twice as one interval, and each status apart', () => {
    expect(
      dutyIntervals([
        { status: CHILD_PROTECTION, from: '2026-01-01', until: '2026-03-01' },
        { status: CHILD_PROTECTION, from: '2026-01-01', until: null },
        { status: KINSHIP, from: '2026-02-01', until: null },
        { status: LOOKED_AFTER, from: '2026-02-01', until: '2026-02-01' },
      ]),
    ).toEqual([
      { status: CHILD_PROTECTION, from: '2026-01-01', until: null },
      { status: KINSHIP, from: '2026-02-01', until: null },
    ]);
  });
});
