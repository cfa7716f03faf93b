import type { YearlyReturn } from './yearly-return.js';

/**
 * The day the child died, as all returns of one source about the child say, one return a year: the newest that names the
 * child decides. A newer one that names the child and says of no death takes an older one's back, and an older return,
 * whenever it arrives, takes nothing back.
 */
export function diedOnOf(returns: readonly YearlyReturn[]): string | null {
  const newest = returns.reduce<YearlyReturn | null>((last, one) => (last && last.year > one.year ? last : one), null);
  return newest?.diedOn ?? null;
}
