import type { Seen } from './seen.js';

/**
 * The rows of a child of which a part makes no sense, or would mislead: all of them where all may be told, otherwise none.
 * A child who is not shown has none either.
 */
export function wholeOrNothing<Row>(seen: Seen<Row> | undefined): readonly Row[] {
  switch (seen?.outcome) {
    case 'FULL':
      return seen.rows;
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
    case undefined:
      return [];
  }
}
