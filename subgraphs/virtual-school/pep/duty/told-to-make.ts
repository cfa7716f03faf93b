import type { Seen } from '../../../../platform/access/seen.js';
import type { StoredPepToMake } from './pep-to-make.repository.js';

/** The plans to be made as far as social care shares that the child is looked after: of past care with its history alone. */
export function toldToMake(seen: Seen<StoredPepToMake>, today: string): readonly StoredPepToMake[] {
  switch (seen.outcome) {
    case 'FULL':
      return seen.facets.has('HISTORY') ? seen.rows : seen.rows.filter(({ until }) => until > today);
    case 'REDACTED':
      return seen.toRedact.filter(({ until }) => until > today);
    case 'EXISTENCE_ONLY':
      return [];
  }
}
