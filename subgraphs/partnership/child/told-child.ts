import type { Seen } from '../../../platform/access/seen.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { inPart, toChild } from './child.mapper.js';
import type { Child } from './child.type.js';
import type { StoredChild } from './stored-child.js';

/** A child as the caller may see them; `known` is what is told of one of whom it may only be told that something is held. */
export function toldChild(
  seen: Seen<StoredChild>,
  { today }: Pick<RequestScope, 'today'>,
  known: Child | null = null,
): Child | null {
  const told = (row: StoredChild | undefined): Child | null => (row ? toChild(row, seen, today) : null);
  switch (seen.outcome) {
    case 'FULL':
      return told(seen.rows.at(-1));
    case 'REDACTED': {
      const child = told(seen.toRedact.at(-1));
      return child && inPart(child);
    }
    case 'EXISTENCE_ONLY':
      return seen.held ? known : null;
  }
}
