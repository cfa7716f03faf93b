import { ChildLink } from '../component/child-link.js';
import { FilterForm, PostForm, Select } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Column } from '../csv/column.js';
import type { Answer } from '../gateway/answer.js';
import type { WaitingListQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, type Shown, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted, words } from '../words/codes.js';
import { openStatuses, services, type WaitingFilter } from './list-filter.js';
import { SeveralFields } from './several.page.js';
import { boxOf, mayMove, stepsOf } from './several.view.js';
import { Times } from './times.js';
import type { TimesView } from './times.view.js';
import { type Entry, filterQuery, waitColumns } from './waiting-list.table.js';

interface ListProps {
  readonly entries: readonly Entry[];
  readonly absence: Absence;
  readonly file: string;
  readonly frame: Frame;
  readonly today: string;
}

interface Page {
  readonly filter: WaitingFilter;
  readonly answer: Answer<WaitingListQuery>;
  /** Whether this is the first page. */
  readonly first: boolean;
  /** How long children wait; null for whoever keeps no list. */
  readonly times: Shown<TimesView> | null;
  readonly today: string;
}

/** Whose each wait is, with a box to tick where the reader may say where it stands. */
const tickColumn = (absence: Absence): Column<Entry> => ({
  title: 'Child',
  of: (entry) =>
    mayMove(entry) ? (
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id={boxOf(entry).name} type="checkbox" {...boxOf(entry)} />
          <label class="govuk-label govuk-checkboxes__label" for={boxOf(entry).name}>
            <span class="govuk-visually-hidden">Tick: {words(entry.service)}, </span>
            <ChildLink child={entry.child} absence={absence} />
          </label>
        </div>
      </div>
    ) : (
      <ChildLink child={entry.child} absence={absence} />
    ),
});

/** Those who wait; whoever keeps the list records the same of several at once. */
function List({ entries, absence, file, frame, today }: ListProps) {
  const columns = waitColumns(absence);
  const steps = stepsOf(entries);
  if (steps.length === 0)
    return <Table caption="Children waiting" quiet rows={entries} columns={columns} file={file} />;
  return (
    <PostForm action="/waiting-lists/several" token={frame.token}>
      <Table
        caption="Children waiting"
        quiet
        rows={entries}
        columns={[tickColumn(absence), ...columns.slice(1)]}
        file={file}
      />
      <SeveralFields steps={steps} form={{ effectiveOn: today }} faults={[]} />
    </PostForm>
  );
}

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
export function waitingListPage({ filter, answer, first, times, today }: Page, frame: Frame): string {
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
        {times === null ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href="/waiting-lists/conflicts">
              Where a file says otherwise
            </a>
          </p>
        )}
        <Filter filter={filter} />
        {connection?.totalCount == null ? null : (
          <h2 class="govuk-heading-m">{counted(connection.totalCount, 'wait', 'waits')}</h2>
        )}
        <Value
          of={list}
          role={frame.viewer.role}
          as={(found) => (
            <List
              {...{ entries: found, file, frame, today }}
              absence={absenceIn(answer.faults, ['waitingList'], false)}
            />
          )}
        />
        <Pagination first={first ? null : addressOf({})} next={more == null ? null : addressOf({ after: more })} />
        {times === null ? null : (
          <Times
            times={times}
            role={frame.viewer.role}
            file={`/waiting-lists/times.csv?${new URLSearchParams(filterQuery(filter)).toString()}`}
          />
        )}
      </>
    ),
  });
}
