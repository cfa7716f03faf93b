/** Days over which a status was held: half-open, `until` is the first day it was no longer held, null while it is. */
export interface HeldInterval {
  readonly from: string;
  readonly until: string | null;
}
