import { FilterForm, Select } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { WaitingListQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { absentChild, nameText } from '../words/names.js';
import { openStatuses, services, type WaitingFilter } from './list-filter.js';

interface Page {
  readonly filter: WaitingFilter;
  readonly answer: Answer<WaitingListQuery>;
}

type Entry = NonNullable<WaitingListQuery['waitingList']>['edges'][number]['node'];

/** How a wait stands against its standard: words and a tag, never colour alone. */
export function standardText({ clock }: Pick<Entry, 'clock'>): string {
  if (clock === null) return 'No standard named';
  const limit = clock.breachOn === null ? '' : `, met until the day before ${dayText(clock.breachOn)}`;
  return `${clock.standard}: ${words(clock.state).toLowerCase()}${limit}`;
}

const List = ({ entries, absence }: { readonly entries: readonly Entry[]; readonly absence: Absence }) => (
  <Table
    caption="Children waiting"
    quiet
    rows={entries}
    columns={[
      {
        title: 'Child',
        of: ({ child }) =>
          child ? (
            <a class="govuk-link" href={`/children/${child.id}`}>
              {nameText(child.name)}
            </a>
          ) : (
            absentChild(absence)
          ),
      },
      {
        title: 'Service',
        of: ({ service, provider }) => `${words(service)}, ${provider?.name ?? 'provider not named'}`,
      },
      {
        title: 'Status',
        of: ({ status, nextAppointmentOn }) =>
          `${words(status)}${nextAppointmentOn === null ? '' : `, ${dayText(nextAppointmentOn)}`}`,
      },
      { title: 'Waiting', numeric: true, of: ({ weeksWaiting }) => counted(weeksWaiting, 'week', 'weeks') },
      { title: 'Standard', of: standardText },
      {
        title: 'Next',
        of: ({ id, child, nextStep, allowedNext }) => (
          <>
            {nextStep ?? 'No next step recorded'}
            {child && allowedNext && allowedNext.length > 0 ? (
              <>
                <br />
                <a class="govuk-link" href={`/waiting-lists/${child.id}/${id}/update`}>
                  Update<span class="govuk-visually-hidden"> {nameText(child.name)}</span>
                </a>
              </>
            ) : null}
          </>
        ),
      },
    ]}
  />
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
export function waitingListPage({ filter, answer }: Page, frame: Frame): string {
  const connection = answer.data?.waitingList;
  const entries = connection?.edges.map(({ node }) => node);
  const list = shown({
    ...{ answer, path: ['waitingList'], domain: 'HEALTH' as const },
    ...{ value: entries, seesAll: false },
  });
  const more = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const address = new URLSearchParams({
    ...{
      service: filter.service ?? '',
      status: filter.status ?? '',
      past: filter.past ? 'yes' : '',
      after: more ?? '',
    },
  });
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
          as={(found) => <List entries={found} absence={absenceIn(answer.faults, ['waitingList'], false)} />}
        />
        {more === null ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={`/waiting-lists?${address.toString()}`}>
              Next
            </a>
          </p>
        )}
      </>
    ),
  });
}
