import { Temporal } from 'temporal-polyfill';

/** Days after its meeting that an item stands, unless renewed. Source: access.md, "The team around the school". */
const standsForDays = 28;

/** The first day on which an item of a meeting no longer stands. ISO dates. */
export function untilOf(meetingOn: string): string {
  return Temporal.PlainDate.from(meetingOn).add({ days: standsForDays }).toString();
}

/** Whether an item stands on a day. */
export function standsOn(
  { meetingOn, until }: { readonly meetingOn: string; readonly until: string },
  day: string,
): boolean {
  return meetingOn <= day && day < until;
}
