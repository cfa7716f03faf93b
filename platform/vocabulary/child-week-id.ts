import { Temporal } from 'temporal-polyfill';
import { isSurrogateId } from './surrogate-id.js';

/** A child and a week, as domains name them to one another. */
export interface ChildWeek {
  readonly childId: string;
  /** The Monday. */
  readonly week: string;
}

/** The id of a child's week: it says no more than the two it is made of. */
export const childWeekId = (childId: string, week: string): string => `${childId}.${week}`;

/** Which child and week an id is of; null for what is none. */
export function childWeekOf(id: unknown): ChildWeek | null {
  const [childId, week, more] = typeof id === 'string' ? id.split('.') : [];
  return isSurrogateId(childId) && isMonday(week) && more === undefined ? { childId, week } : null;
}

function isMonday(text: string | undefined): text is string {
  try {
    const day = text === undefined ? null : Temporal.PlainDate.from(text, { overflow: 'reject' });
    return day?.toString() === text && day?.dayOfWeek === 1;
  } catch {
    return false;
  }
}
