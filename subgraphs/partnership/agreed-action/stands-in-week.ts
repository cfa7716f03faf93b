import { nextMonday } from '../../../platform/code-sets/register-week.js';

/** The days of an action that say in which weeks it is shown. ISO. */
export interface Standing {
  readonly recordedOn: string;
  /** Null while it is to be done. */
  readonly doneOn: string | null;
}

/**
 * Whether an action stands on the list of the week that begins on a Monday: from the week it was recorded in, carried over
 * until the week it was done in, that one included.
 */
export function standsInWeek({ recordedOn, doneOn }: Standing, monday: string): boolean {
  return recordedOn < nextMonday(monday) && (doneOn === null || doneOn >= monday);
}
