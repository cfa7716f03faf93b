import { ChildLink } from '../component/child-link.js';
import type { FileColumn } from '../csv/column.js';
import type { WaitingListConflictsQuery } from '../gateway/operations.generated.js';
import type { Absence } from '../gateway/shown.js';
import { capital, words } from '../words/codes.js';
import { dayText, isDay } from '../words/dates.js';
import { childText } from '../words/names.js';

export type Conflict = NonNullable<WaitingListConflictsQuery['waitingListConflicts']>[number];
type Value = Conflict['values'][number];

/** What the page of a wait calls otherwise than the graph: `nextStep` is `Next step` as it stands. */
const fieldWords: Readonly<Record<string, string>> = {
  status: 'Where it stands',
  statusOn: 'The day it took effect',
};

const fieldText = (field: string): string =>
  fieldWords[field] ?? capital(field.replaceAll(/([A-Z])/g, ' $1').toLowerCase());

/** The fields whose values are the hub’s own codes. */
const coded: readonly string[] = ['status', 'service', 'priority'];

function valueText(field: string, value: string | null): string {
  if (value === null) return 'none';
  if (isDay(value)) return dayText(value);
  if (field === 'confidential') return value === 'Y' ? 'yes' : 'no';
  return coded.includes(field) ? words(value) : value;
}

/** What the two say of one thing, in a sentence: `Where it stands: the file says On hold, the hub says Booked.` */
const differenceText = ({ field, file, hub }: Value): string =>
  `${fieldText(field)}: the file says ${valueText(field, file)}, the hub says ${valueText(field, hub)}.`;

/** What the list says of each, on the page and in the file. */
export const conflictColumns = (absence: Absence): FileColumn<Conflict>[] => [
  {
    title: 'Child',
    text: ({ entry }) => childText(entry?.child ?? null, absence),
    of: ({ entry }) => <ChildLink child={entry?.child ?? null} absence={absence} />,
  },
  { title: 'Service', text: ({ entry }) => (entry === null ? 'Not known' : words(entry.service)) },
  {
    title: 'What differs',
    text: ({ values }) => values.map(differenceText).join(' '),
    of: ({ values }) => (
      <ul class="app-facts">
        {values.map((value) => (
          <li>{differenceText(value)}</li>
        ))}
      </ul>
    ),
  },
  { title: 'Since', text: ({ since }) => dayText(since.slice(0, 10)), whole: true },
];
