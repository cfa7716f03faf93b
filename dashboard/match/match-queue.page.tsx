import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { MatchQueueQuery } from '../gateway/operations.generated.js';
import { shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { queueColumns } from './match.table.js';

interface Queue {
  readonly answer: Answer<MatchQueueQuery>;
  readonly pageSize: number;
  /** Whether this is not the first page. */
  readonly further: boolean;
}

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
          <Value
            of={list}
            role={frame.viewer.role}
            as={(found) => (
              <Table
                caption="The longest waiting first"
                quiet
                rows={found}
                columns={queueColumns}
                file="/matches.csv"
              />
            )}
          />
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
