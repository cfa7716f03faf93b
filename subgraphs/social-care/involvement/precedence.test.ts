import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { statusOn } from './precedence.js';

const TODAY = '2026-05-01';
const open = (status: SocialCareStatus) => ({ status, from: '2026-01-01', until: null });
const ended = (status: SocialCareStatus) => ({ status, from: '2025-01-01', until: TODAY });

const MOST_SERIOUS_FIRST = [
  'LOOKED_AFTER',
  'CHILD_PROTECTION',
  'CHILD_IN_NEED',
  'ASSESSMENT',
  'EARLY_HELP',
  'PREVIOUSLY_LOOKED_AFTER',
  'KINSHIP',
  'CLOSED',
];

describe('the status of a child on a day', () => {
  it('is the most serious one open, whatever else is', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.values(SocialCareStatus), { minLength: 1 }), (statuses) => {
        const expected = MOST_SERIOUS_FIRST.find((status) => statuses.map(String).includes(status));
        expect(statusOn(statuses.map(open), TODAY)).toBe(expected);
      }),
    );
  });

  it('knows a place in the order for every status', () => {
    for (const status of Object.values(SocialCareStatus)) expect(statusOn([open(status)], TODAY)).toBe(status);
  });

  it('is not what ended today, nor what has yet to begin', () => {
    expect(statusOn([ended(SocialCareStatus.LOOKED_AFTER), open(SocialCareStatus.EARLY_HELP)], TODAY)).toBe(
      'EARLY_HELP',
    );
    expect(statusOn([{ ...open(SocialCareStatus.KINSHIP), from: '2026-05-02' }], TODAY)).toBeNull();
  });

  it('says nothing of a past no source calls closed', () => {
    expect(statusOn([ended(SocialCareStatus.CHILD_PROTECTION)], TODAY)).toBeNull();
    expect(statusOn([], TODAY)).toBeNull();
  });
});
