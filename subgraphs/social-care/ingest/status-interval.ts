import type { Interval } from '../../../platform/ingest/interval.js';
import type { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

/** A status held in `[from, until)`, as one return shows it. Intervals of one status, child and source never overlap. */
export interface StatusIntervalFact {
  readonly kind: 'status-interval';
  readonly status: SocialCareStatus;
  readonly from: string;
  readonly until: string | null;
  /** Unique within the child and source, and the same in the next file for the same status and beginning. */
  readonly sourceRef: string;
}

/** Intervals, already joined, as facts of one status. */
export function statusIntervals(status: SocialCareStatus, intervals: readonly Interval[]): StatusIntervalFact[] {
  return intervals.map(({ from, until }) => ({
    kind: 'status-interval',
    status,
    from,
    until,
    sourceRef: `${status}/${from}`,
  }));
}
