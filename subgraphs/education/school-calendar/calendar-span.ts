/** What a calendar says of days: term time, a closure in it such as half-term, or a day on which staff alone come in. */
export const CALENDAR_KINDS = ['TERM', 'CLOSED', 'INSET'] as const;

export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** Days of one kind. */
export interface CalendarSpan {
  readonly kind: CalendarKind;
  readonly from: string;
  /** The last day, itself included. */
  readonly until: string;
}
