import { describe, expect, it } from '@jest/globals';
import { claimed } from './number-claim.js';

const identifiers = [{ type: 'NHS_NUMBER' as const, value: '9990000018' }];
const otherUpn = [{ type: 'UPN' as const, value: 'K990200126033' }];

describe('a claim', () => {
  it('withholds the number and nothing else, and gives it back', () => {
    const more = { identifiers: [...otherUpn, ...identifiers] };
    const disputed = claimed(more, '9990000018', 'DISPUTED');
    expect(disputed.identifiers).toEqual(otherUpn);
    expect(claimed(disputed, '9990000018', 'ANOTHERS')).toMatchObject({ identifiers: otherUpn });
    expect(claimed(disputed, '9990000018', 'HELD').identifiers).toEqual(more.identifiers);
  });
});
