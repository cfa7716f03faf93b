import type { CalendarScope, CalendarSpan } from '../calendar-span.js';

/** Days of one kind, of one school or of an area. */
export interface CalendarFact extends CalendarSpan {
  readonly scope: CalendarScope;
  /** The school’s URN, or the area’s local authority code. */
  readonly code: string;
}
