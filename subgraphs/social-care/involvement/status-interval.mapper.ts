import type { StatusSpan } from './intervals.js';
import type { StatusInterval } from './status-interval.type.js';

/** A span of a status as clients see it. */
export function toInterval({ status, from, until }: StatusSpan): StatusInterval {
  return { status, from, until };
}
