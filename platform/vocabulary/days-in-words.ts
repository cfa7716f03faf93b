import { dayInWords } from './day-in-words.js';

/** Days as a phrase says them: `from 2 March 2026`, `from 2 March 2026 until 1 November 2026`, which is the first day after. */
export const daysInWords = (from: string, until: string | null): string =>
  until === null ? `from ${dayInWords(from)}` : `from ${dayInWords(from)} until ${dayInWords(until)}`;
