import { describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/auth/door.js';
import type { Claims } from '../../../platform/auth/claims.js';
import { allowedFrom, WaitingStatus } from './status.js';
import { stepsFor, voicesFor } from './told-by-caller.js';
import type { WaitingListEntry } from './waiting-list-entry.type.js';

const keeper = { role: 'health-admin', org: 'XAC01', purpose: 'DIRECT_CARE', scopes: ['health:read', 'health:write'] };
const by = (over: Partial<Claims> = {}) => ({ claims: { ...keeper, ...over }, operations: null }) as unknown as Caller;
const entry = (over: Partial<WaitingListEntry> = {}) =>
  ({
    ...{ status: WaitingStatus.ACCEPTED_WAITING, provider: { id: 'XAC01', name: null, kind: 'health provider' } },
    ...{ words: { child: 'I get worried.', parent: null, referrer: '900001' }, ...over },
  }) as WaitingListEntry;

describe('where an entry may go', () => {
  it('is told to its own provider’s staff who may write', () => {
    const steps = stepsFor(entry(), by());
    expect(steps?.map(({ status }) => status)).toEqual(allowedFrom(WaitingStatus.ACCEPTED_WAITING));
    expect(steps?.filter(({ needsReason }) => needsReason).map(({ status }) => status)).toEqual([
      ...['ON_HOLD', 'REDIRECTED', 'DISCHARGED', 'WITHDRAWN'],
    ]);
  });

  it.each([
    ['staff of another provider', by({ org: 'XSL02' }), entry()],
    ['whoever reads only', by({ scopes: ['health:read'] }), entry()],
    ['whoever has no part in care', by({ purpose: 'TEAM_AROUND_SCHOOL' }), entry()],
    ['a school', by({ role: 'senco', org: '900001', purpose: 'SAFEGUARDING' }), entry()],
    ['whom no provider is told to', by(), entry({ provider: null })],
  ] as const)('is not told to %s', (_, caller, one) => {
    expect(stepsFor(one, caller)).toBeNull();
  });
});

describe('the words that came with a referral', () => {
  const words = [{ by: 'the child', byKind: 'CHILD', on: null, words: 'I get worried.', concerning: 'The referral' }];

  it('are for its provider and for whoever referred, and for nobody else', () => {
    expect(voicesFor(entry(), by())).toEqual(words);
    expect(voicesFor(entry(), by({ org: '900001' }))).toEqual(words);
    expect(voicesFor(entry(), by({ org: '900002' }))).toBeNull();
    expect(voicesFor(entry({ words: null }), by())).toBeNull();
  });

  it('are the family’s too, and none where none came', () => {
    const both = { child: null, parent: 'We are tired.', referrer: null };
    expect(voicesFor(entry({ words: both }), by())).toMatchObject([
      { by: 'a parent', byKind: 'PARENT', words: 'We are tired.' },
    ]);
    expect(voicesFor(entry({ words: { ...both, parent: null } }), by())).toEqual([]);
  });
});
