import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** Characters a person may write in one field. */
const longest = 4000;

/** A text somebody wrote: trimmed. InvalidInput where it is empty or too long; the message names the field alone. */
export function words(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new InvalidInput(`${field} must say something.`);
  if (trimmed.length > longest) throw new InvalidInput(`${field} must be at most 4,000 characters.`);
  return trimmed;
}
