import { Temporal } from 'temporal-polyfill';

/**
 * The first day on which reviewers no longer see whom they decided about on a day: until it is over a slip can be undone.
 * Later, whoever hears of one takes the child up (`claimRelationship`). ISO dates.
 */
export function seenUntil(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: 1 }).toString();
}
