import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { MatchQueueQuery } from '../gateway/operations.generated.js';
import { shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { capital } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { sourceText } from '../words/sources.js';
import { kindWords } from './match.page.js';
import { sureText } from './match.view.js';

type Reviews = NonNullable<MatchQueueQuery['matchReviews']>;

interface Queue {
  readonly answer: Answer<MatchQueueQuery>;
  readonly pageSize: number;
  /** Whether this is not the first page. */
  readonly further: boolean;
}

const List = ({ reviews }: { readonly reviews: Reviews }) => (
  <Table
    caption="The longest waiting first"
    quiet
    rows={reviews}
    columns={[
      {
        title: 'Record',
        of: ({ id, record }) => (
          <a class="govuk-link" href={`/matches/${id}`}>
            {nameText(record.name)}
          </a>
        ),
      },
      {
        title: 'Born',
        of: ({ record }) => (record.dateOfBirth === null ? 'Not known' : dayText(record.dateOfBirth)),
      },
      { title: 'From', of: ({ source }) => sourceText(source) },
      { title: 'Why you are asked', of: ({ kind }) => kindWords[kind] },
      {
        title: 'The likeliest',
        of: ({ candidates }) => (candidates[0] ? capital(sureText(candidates[0].score)) : 'None recorded'),
      },
      { title: 'Waits since', of: ({ raisedAt }) => dayText(raisedAt.slice(0, 10)) },
    ]}
  />
);

/** The records of which a person has to say whose they are. */
export function matchQueuePage({ answer, pageSize, further }: Queue, frame: Frame): string {
  const reviews = answer.data?.matchReviews;
  const list = shown({ ...{ answer, path: ['matchReviews'], domain: 'PARTNERSHIP' as const }, value: reviews });
  const last = reviews?.length === pageSize ? reviews.at(-1)?.id : undefined;
  return layout({
    title: 'Matches to review',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Matches to review</h1>
        <p class="govuk-body">
          Records that may be of a child already known. What is sure, rules have joined; of these a person has to say
          whose they are.
        </p>
        {list.kind === 'none' ? (
          <p class="govuk-body">{further ? 'No more records wait.' : 'No record waits for you.'}</p>
        ) : (
          <Value of={list} role={frame.viewer.role} as={(found) => <List reviews={found} />} />
        )}
        <p class="govuk-body">
          {further ? (
            <a class="govuk-link app-inline" href="/matches">
              First page
            </a>
          ) : null}{' '}
          {last === undefined ? null : (
            <a class="govuk-link" href={`/matches?after=${last}`}>
              Next
            </a>
          )}
        </p>
      </>
    ),
  });
}
