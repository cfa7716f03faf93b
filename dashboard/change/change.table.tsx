import { childColumn } from '../component/child-link.js';
import type { FileColumn } from '../csv/column.js';
import type { ChangesQuery } from '../gateway/operations.generated.js';
import type { Absence } from '../gateway/shown.js';
import { words } from '../words/codes.js';
import { timeText } from '../words/dates.js';

export type Change = NonNullable<ChangesQuery['changes']>[number];

/** From what to what: a value that was not there before, or is not any more, is said to be so. */
export function movedText({ from, to }: Pick<Change, 'from' | 'to'>): string {
  if (from === null) return to === null ? 'Changed' : `Now ${to}`;
  return to === null ? `Was ${from}; not any more` : `From ${from} to ${to}`;
}

/** What a list of changes says of each, on the page and in the file. */
export const changeColumns = (absence: Absence): FileColumn<Change>[] => [
  childColumn(absence),
  { title: 'What', text: ({ what }) => what },
  { title: 'How', text: movedText },
  { title: 'Told by', text: ({ domain, by }) => (by === null ? words(domain) : `${words(domain)}, ${by}`) },
  { title: 'When', text: ({ at }) => timeText(at) },
];
