import type { YearlyReturn } from './yearly-return.js';

/**
 * The day the child died, as all returns of one source about the child say, one return a year: the newest that names the
 * child decides. A newer one that names the child and says of no death takes an older one's back; one of which not all
 * could be read takes nothing back, for what it could not say may be the death; and neither does an older return,
 * whenever it arrives.
 */
export function diedOnOf(returns: readonly YearlyReturn[]): string | null {
  const speaking = returns.filter((one) => one.whole || one.diedOn !== null);
  const newest = speaking.reduce<YearlyReturn | null>((last, one) => (last && last.year > one.year ? last : one), null);
  return newest?.diedOn ?? null;
}
