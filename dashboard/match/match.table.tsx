import type { FileColumn } from '../csv/column.js';
import type { MatchQueueQuery } from '../gateway/operations.generated.js';
import { capital } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { sourceText } from '../words/sources.js';
import { type Choice, type Compared, kindWords, sureText, type Told } from './match.view.js';

type Waiting = NonNullable<MatchQueueQuery['matchReviews']>[number];

/** What the queue says of each record, on the page and in the file. */
export const queueColumns: readonly FileColumn<Waiting>[] = [
  {
    title: 'Record',
    text: ({ record }) => nameText(record.name),
    of: ({ id, record }) => (
      <a class="govuk-link" href={`/matches/${id}`}>
        {nameText(record.name)}
      </a>
    ),
  },
  { title: 'Born', text: ({ record }) => (record.dateOfBirth === null ? 'Not known' : dayText(record.dateOfBirth)) },
  { title: 'From', text: ({ source }) => sourceText(source) },
  { title: 'Why you are asked', text: ({ kind }) => kindWords[kind] },
  {
    title: 'The likeliest',
    text: ({ kind, candidates }) => (candidates[0] ? capital(sureText(kind, candidates[0].score)) : 'None recorded'),
  },
  { title: 'Waits since', text: ({ raisedAt }) => dayText(raisedAt.slice(0, 10)) },
];

const likenessWords = { differs: ' (differs)', same: ' (the same)', none: '', 'not-known': '' } as const;

const nothing: Told = { text: 'None recorded', likeness: 'none' };

const Side = ({ told: { text, likeness } }: { readonly told: Told }) => (
  <>
    {text} {likeness === 'differs' ? <strong class="govuk-tag govuk-tag--yellow">Differs</strong> : null}
    {likeness === 'same' ? <span class="app-none">(the same)</span> : null}
  </>
);

/** A record and the children it may be of, a column each, on the page and in the file. */
export const sideColumns = (choices: readonly Choice[]): readonly FileColumn<Compared>[] => [
  { title: 'What', text: ({ title }) => title },
  { title: 'This record', text: ({ record }) => record },
  ...choices.map(({ letter }, at): FileColumn<Compared> => ({
    title: `Child ${letter}`,
    text: ({ candidates }) => {
      const { text, likeness } = candidates[at] ?? nothing;
      return `${text}${likenessWords[likeness]}`;
    },
    of: ({ candidates }) => <Side told={candidates[at] ?? nothing} />,
  })),
];
