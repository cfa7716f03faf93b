import { isDefaultBirthday } from './compare-dates.js';
import { type Levels, levelOf } from './comparison.js';
import { judge, type Judgement } from './judge.js';
import type { Known } from './known.js';
import { type Commonness, probabilityOf, type Weights } from './weights.js';

/** How common a record's names are among the records held; null where that is not known. */
export type CommonnessOf = (known: Known) => Commonness | null;

/**
 * Whether two given names that are alike are two names, each given as it stands: Samira and Samina, Harry and Henry. A
 * slip of the pen makes a name that hardly anyone has.
 */
function areTwoNames(one: Known, other: Known, levels: Levels, common: CommonnessOf): boolean {
  const given = levelOf(levels, 'given');
  if (given < 2 || given > 3 || one.forms[0] === other.forms[0]) return false;
  return (common(one)?.givenAsItStands ?? false) && (common(other)?.givenAsItStands ?? false);
}

/** What two compared records come to, by the weights and the rules. */
export function weighPair(
  one: Known,
  other: Known,
  levels: Levels,
  { weights, common }: { readonly weights: Weights; readonly common: CommonnessOf },
): Judgement {
  const defaultBirthday = isDefaultBirthday(one.born) && isDefaultBirthday(other.born);
  const probability = probabilityOf(levels, weights, common(one), defaultBirthday);
  return judge(levels, probability, { twoNames: areTwoNames(one, other, levels, common), defaultBirthday });
}
