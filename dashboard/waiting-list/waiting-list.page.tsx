import { FilterForm, Select } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { WaitingListQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted, words } from '../words/codes.js';
import { openStatuses, services, type WaitingFilter } from './list-filter.js';
import { type Entry, filterQuery, waitColumns } from './waiting-list.table.js';

interface ListProps {
  readonly entries: readonly Entry[];
  readonly absence: Absence;
  readonly file: string;
}

interface Page {
  readonly filter: WaitingFilter;
  readonly answer: Answer<WaitingListQuery>;
  /** Whether this is the first page. */
  readonly first: boolean;
}

const List = ({ entries, absence, file }: ListProps) => (
  <Table caption="Children waiting" quiet rows={entries} columns={waitColumns(absence)} file={file} />
);

const all = (text: string) => ({ value: '', text });

const Filter = ({ filter }: { readonly filter: WaitingFilter }) => (
  <FilterForm action="/waiting-lists">
    <Select
      name="service"
      label="Service"
      faults={[]}
      value={filter.service ?? ''}
      options={[all('All'), ...services.map((value) => ({ value, text: words(value) }))]}
    />
    <Select
      name="status"
      label="Status"
      faults={[]}
      value={filter.status ?? ''}
      options={[all('All who wait'), ...openStatuses.map((value) => ({ value, text: words(value) }))]}
    />
    <Select
      name="past"
      label="Standard"
      faults={[]}
      value={filter.past ? 'yes' : ''}
      options={[all('All'), { value: 'yes', text: 'Past the standard' }]}
    />
  </FilterForm>
);

/** Who waits, the longest first as the hub orders them, and what each waits for next. */
export function waitingListPage({ filter, answer, first }: Page, frame: Frame): string {
  const connection = answer.data?.waitingList;
  const entries = connection?.edges.map(({ node }) => node);
  const list = shown({
    ...{ answer, path: ['waitingList'], domain: 'HEALTH' as const },
    ...{ value: entries, seesAll: false },
  });
  const more = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const addressOf = (step: Readonly<Record<string, string>>): string =>
    `/waiting-lists?${new URLSearchParams({ ...filterQuery(filter), ...step }).toString()}`;
  const file = `/waiting-lists.csv?${new URLSearchParams(filterQuery(filter)).toString()}`;
  return layout({
    title: 'Waiting lists',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Waiting lists</h1>
        {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
        <Filter filter={filter} />
        {connection?.totalCount == null ? null : (
          <h2 class="govuk-heading-m">{counted(connection.totalCount, 'wait', 'waits')}</h2>
        )}
        <Value
          of={list}
          role={frame.viewer.role}
          as={(found) => (
            <List entries={found} absence={absenceIn(answer.faults, ['waitingList'], false)} file={file} />
          )}
        />
        <Pagination first={first ? null : addressOf({})} next={more == null ? null : addressOf({ after: more })} />
      </>
    ),
  });
}
