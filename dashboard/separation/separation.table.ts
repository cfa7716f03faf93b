import type { FileColumn } from '../csv/column.js';
import { capital } from '../words/codes.js';
import { dayText, timeText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { roleWords } from '../words/roles.js';
import { sourceText } from '../words/sources.js';
import { type Disclosure, type Separation, shownText, type SourceRecord, toWhomText } from './separation.view.js';

/** What each source says of a child, on the page and in the file. */
export const recordColumns: readonly FileColumn<SourceRecord>[] = [
  { title: 'Record', text: ({ source }) => sourceText(source) },
  { title: 'Name', text: ({ name }) => nameText(name) },
  { title: 'Born', text: ({ dateOfBirth }) => (dateOfBirth === null ? 'Not said' : dayText(dateOfBirth)) },
  { title: 'Home', text: ({ postcode }) => postcode ?? 'Not said, or not shown' },
  { title: 'Last news', text: ({ receivedAt }) => dayText(receivedAt.slice(0, 10)) },
];

/** Who was shown records of two children as one’s. */
export const disclosureColumns: readonly FileColumn<Disclosure>[] = [
  { title: 'When', text: ({ at }) => timeText(at) },
  { title: 'To whom', text: toWhomText },
  { title: 'As', text: ({ role }) => capital(roleWords(role)) },
  { title: 'What', text: shownText },
];

/** A disclosure, and when the records that it showed together were parted. */
export interface DisclosedUntil extends Disclosure {
  readonly partedAt: string;
}

/** Those of every separation of a child, in one list. */
export const disclosuresOf = (separations: readonly Separation[]): readonly DisclosedUntil[] =>
  separations.flatMap(({ at: partedAt, disclosures }) => disclosures.map((one) => ({ ...one, partedAt })));

export const fileDisclosureColumns: readonly FileColumn<DisclosedUntil>[] = [
  { title: 'Parted on', text: ({ partedAt }) => timeText(partedAt) },
  ...disclosureColumns,
];
