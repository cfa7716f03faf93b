import { NO_MARK } from '../../../platform/code-sets/marks.js';

const noMark = NO_MARK.charCodeAt(0);

/** A packed week with a later file's marks: a mark replaces what was there, no mark leaves it. */
export function mergeWeek(held: Uint8Array, given: Uint8Array): Buffer {
  return Buffer.from(held.map((byte, slot) => (given[slot] === noMark ? byte : (given[slot] ?? byte))));
}
