/** What makes a child's week one to look at. */
export const ALERT_KINDS = ['UNEXPLAINED', 'DROP', 'PART_TIME', 'SUSPENSION', 'SCHOOL_MOVE', 'WORKER_CHANGE'] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

/** An alert, and the day since which it holds. */
export interface Alert {
  readonly kind: AlertKind;
  readonly since: string;
}
