import { InvalidInput } from '../platform/errors/hub-error.js';
import { tooLarge } from './too-large.js';

/** Of a body's JSON: lists and objects within one another, and values in all. Far more than any form has. */
const most = { depth: 24, values: 2000 } as const;

/**
 * Refuses JSON that is nested too deep, has too many values, or a key `__proto__`, without calling itself: whatever
 * reads it afterwards may. A key of that name would not be a key to what copies it.
 */
export function checkJson(root: unknown): void {
  let level: unknown[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most.depth) throw tooLarge(most.depth, 'levels of variables');
    values += level.length;
    if (values > most.values) throw tooLarge(most.values, 'values');
    level = level.flatMap(within);
  }
}

function within(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Object.hasOwn(value, '__proto__')) throw new InvalidInput('Nothing can be called __proto__.');
  return Object.values(value);
}
