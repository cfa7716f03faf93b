import { faultOfText } from '../vocabulary/text-rule.js';
import type { Column } from './record.js';

/** In characters. No name, number, code or contact is longer; free text says its own length in its column. */
export const usualLength = 100;

/** What is wrong with a value of a column as text, whatever it means; null where nothing is. */
export function textFault(
  { name, longest = usualLength }: Pick<Column, 'name' | 'longest'>,
  value: string,
): { rule: string; reason: string } | null {
  const rule = faultOfText(value, longest);
  if (rule === 'too-long') return { rule, reason: `${name} is longer than ${longest} characters.` };
  if (rule) return { rule, reason: `${name} has control characters, or ones that turn its direction.` };
  return null;
}
