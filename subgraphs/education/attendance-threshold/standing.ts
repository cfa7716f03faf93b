/** How far a child’s absence from one school has come towards a threshold, as at a day. */
export interface Standing {
  /** Sessions or school days, as the threshold counts. Never 0: of nothing there is no standing. */
  readonly count: number;
  /** The first and last day of the time it is counted over. */
  readonly from: string;
  readonly to: string;
  /** The day on which the threshold was reached; null where it is not. */
  readonly reachedOn: string | null;
}
