import { InvalidInput } from '../../platform/errors/hub-error.js';

/** A text somebody wrote: trimmed. InvalidInput where it is empty; the message names the field alone. */
export function words(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new InvalidInput(`${field} must say something.`);
  return trimmed;
}
