/** Sessions that could have been attended, and those that were. */
export interface Tally {
  readonly possible: number;
  readonly attended: number;
}

/**
 * Whether attendance is at least ten points below what it was before, compared in integers: 60.0 to 50.0 is a drop, which
 * floating-point arithmetic would miss. Nothing possible now or before is no drop.
 */
export function isDrop(now: Tally, before: Tally): boolean {
  if (now.possible === 0 || before.possible === 0) return false;
  const points = before.attended * now.possible - now.attended * before.possible;
  return 10 * points >= before.possible * now.possible;
}
