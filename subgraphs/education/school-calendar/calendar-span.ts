/** What a calendar says of days: term time, a closure in it such as half-term, or a day on which staff alone come in. */
export const CALENDAR_KINDS = ['TERM', 'CLOSED', 'INSET'] as const;

export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** Whose calendar it is: one school’s, or that of all schools of a local authority’s area. */
export const CALENDAR_SCOPES = ['SCHOOL', 'AREA'] as const;

export type CalendarScope = (typeof CALENDAR_SCOPES)[number];

/** Days of one kind. */
export interface CalendarSpan {
  readonly kind: CalendarKind;
  readonly from: string;
  /** The last day, itself included. */
  readonly until: string;
}
