/** One fact that a write changed: whose it is, and whether it went rather than came or changed. */
export interface ChangedFact {
  readonly childId: string;
  readonly removed: boolean;
}
