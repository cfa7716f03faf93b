import type { Absence } from '../gateway/shown.js';

/** What stands where a part is missing. */
export const absenceWords: Readonly<Record<Absence, string>> = {
  none: 'None recorded',
  'none-seen': 'None that you may see',
  'not-known': 'Could not be asked just now',
};
