import type { FieldFault } from '../component/form.js';
import type { Answer } from '../gateway/answer.js';
import type { SeparationsQuery, SourceRecordsQuery } from '../gateway/operations.generated.js';
import { type Shown, shown } from '../gateway/shown.js';
import { askedWords, capital, words } from '../words/codes.js';

export type Child = NonNullable<SourceRecordsQuery['child']>;
export type SourceRecord = NonNullable<Child['sourceRecords']>[number];
export type Separation = NonNullable<SeparationsQuery['separations']>[number];
export type Disclosure = Separation['disclosures'][number];

/** What was parted of a child before, in whichever answer. */
export const partedBefore = (answer: Answer<SeparationsQuery>): Shown<readonly Separation[]> =>
  shown({
    ...{ answer, path: ['separations'], domain: 'PARTNERSHIP' as const },
    ...{ value: answer.data?.separations, seesAll: false },
  });

const prefix = 'record-';

/** The name of a record's box in the form. */
export const boxOf = (recordId: string): string => `${prefix}${recordId}`;

/** The records whose boxes were ticked. */
export const tickedOf = (form: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(form).flatMap(([name, value]) =>
    name.startsWith(prefix) && value === 'yes' ? [name.slice(prefix.length)] : [],
  );

/** What of a separation is missing, or cannot be. */
export function separationFaults(
  form: Readonly<Record<string, string>>,
  records: readonly SourceRecord[],
): FieldFault[] {
  const ticked = tickedOf(form);
  const faults: FieldFault[] = [];
  if (ticked.length === 0) faults.push({ field: 'records', words: 'Tick each record that is another child’s.' });
  if (ticked.length > 0 && records.length > 0 && records.every(({ id }) => ticked.includes(id)))
    faults.push({ field: 'records', words: 'Leave one record with this child at least.' });
  if ((form['reason'] ?? '').trim().length < 10)
    faults.push({ field: 'reason', words: 'Enter why, in ten letters or more: somebody may ask later.' });
  return faults;
}

/** A part of the record, such as `HEALTH T3 child.waiting`, for somebody who knows no tiers. */
export function partText(field: string): string {
  const [domain = '', , operation = ''] = field.split(' ');
  if (operation === 'child') return 'Who the child is';
  const what = operation
    .replace(/^child\./, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
  const whose = askedWords(domain);
  return capital(what === whose.replace('the ', '') ? whose : `${whose}: ${what}`);
}

/** What somebody was shown. */
export const shownText = ({ fields }: Pick<Disclosure, 'fields'>): string => fields.map(partText).join('; ');

/** To whom, and for what. */
export const toWhomText = ({ who, organisation, purpose }: Disclosure): string =>
  `${who}, ${organisation}, for ${words(purpose).toLowerCase()}`;
