import { academicYear } from './academic-year.js';
import { InvalidInput } from '../errors/hub-error.js';

/** An academic year as somebody asked for it: `2026/27`. InvalidInput for a text that names none. */
export function academicYearAsked(text: string): string {
  if (!/^[12]\d{3}\/\d{2}$/.test(text) || academicYear(`${text.slice(0, 4)}-09-01`) !== text)
    throw new InvalidInput('academicYear must be an academic year such as 2026/27.');
  return text;
}
