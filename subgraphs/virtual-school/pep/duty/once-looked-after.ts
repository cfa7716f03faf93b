import type { Basis } from '../../../../platform/access/rule.js';
import type { Related } from '../../../../platform/db/consequences.js';
import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import type { HeldInterval } from '../../cohort/held-interval.js';
import { yearsAfter } from './years-after.js';

/** Through which the virtual school's staff know that a child was looked after. */
export const onceLookedAfterBases = ['ONCE_LOOKED_AFTER'] as const satisfies readonly [Basis, ...Basis[]];

const OF_AGE = 18;

/**
 * That a child was looked after, from the end of each period of care to the eighteenth birthday. Where no birthday is known,
 * to eighteen years after that care began: whoever was a child then is of age by that day, whenever they were born. Care
 * that ended no sooner leaves nothing.
 */
export function onceLookedAfter(childId: string, care: readonly HeldInterval[], bornOn: string | null): Related[] {
  return care.flatMap(({ from, until }) => {
    const ofAge = yearsAfter(bornOn ?? from, OF_AGE);
    if (until === null || ofAge <= until) return [];
    const reference = `LOOKED_AFTER ${from}`;
    return [
      { basis: onceLookedAfterBases[0], childId, grantee: `org:${councilCode}`, reference, from: until, until: ofAge },
    ];
  });
}
