import { childColumn } from '../component/child-link.js';
import type { FileColumn } from '../csv/column.js';
import type { ThresholdsPageQuery } from '../gateway/operations.generated.js';
import type { Absence } from '../gateway/shown.js';
import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import type { ThresholdFilter } from './list-filter.js';

export type Reached = NonNullable<ThresholdsPageQuery['attendanceThresholds']>['edges'][number]['node'];

/** `12 of 10`, and what of it is not known. */
const countText = ({ threshold: { count, limit, unmarkedDays } }: Reached): string =>
  `${count} of ${limit}${unmarkedDays === 0 ? '' : `; of ${counted(unmarkedDays, 'school day', 'school days')} no mark came`}`;

/** What the list says of each threshold, on the page and in the file. */
export const thresholdColumns = (absence: Absence): FileColumn<Reached>[] => [
  childColumn(absence),
  { title: 'Threshold', text: ({ threshold }) => words(threshold.kind) },
  { title: 'Counted', text: countText },
  {
    ...{ title: 'Reached on', whole: true },
    text: ({ threshold: { reachedOn } }) => (reachedOn === null ? 'Not known' : dayText(reachedOn)),
  },
  { title: 'School', text: ({ threshold }) => threshold.school.name },
];

/** What was chosen, as it stands in an address. */
export const filterQuery = ({ kind, schoolUrn }: ThresholdFilter): Record<string, string> => ({
  ...{ kind: kind ?? '', school: schoolUrn ?? '' },
});

/** What was chosen, in words. */
export const filterWords = ({ kind, schoolUrn }: ThresholdFilter): string =>
  `Threshold: ${kind === null ? 'all' : words(kind)}; School: ${schoolUrn ?? 'all'}`;
