import { type Searchable, searchKeys } from './search-keys.js';
import type { SearchTerm } from './search-terms.js';

/** What `partnership.matching` answers of one child, worked out the slow way; null where the child is not found. */
export function scoreOf(child: Searchable, terms: readonly SearchTerm[]): number | null {
  const keys = searchKeys(child);
  const best = (part: SearchTerm['part']): number =>
    Math.max(0, ...terms.filter((term) => term.part === part && keys.includes(term.key)).map(({ weight }) => weight));
  const [family, given, born] = [best('family'), best('given'), best('born')];
  const givenSought = terms.some(({ part }) => part === 'given');
  if (family === 0 || (givenSought && given + born === 0)) return null;
  return family + given + born;
}
