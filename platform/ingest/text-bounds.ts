import type { Column } from './record.js';

/** In characters. No name, number, code or contact is longer; free text says its own length in its column. */
export const usualLength = 100;

/**
 * Characters that change how a text looks, or what a program makes of it, without being seen: control characters but for
 * white space, and those that turn the direction of what follows. A name with one is not stored with it, nor without it:
 * the sender saw another name than the hub would show, and nobody can tell which was meant.
 */
const hidden = /(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u;

/** What is wrong with a value of a column as text, whatever it means; null where nothing is. */
export function textFault(
  { name, longest = usualLength }: Pick<Column, 'name' | 'longest'>,
  value: string,
): { rule: string; reason: string } | null {
  if (value.length > longest) return { rule: 'too-long', reason: `${name} is longer than ${longest} characters.` };
  if (hidden.test(value))
    return { rule: 'hidden-characters', reason: `${name} has control characters, or ones that turn its direction.` };
  return null;
}
