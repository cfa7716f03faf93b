import { FilterForm, TextInput } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { ChangesQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { dayText, timeText } from '../words/dates.js';
import { type Change, changeColumns } from './change.table.js';

interface Changes {
  readonly answer: Answer<ChangesQuery>;
  /** The moment after which is told. */
  readonly since: string;
  /** The day that the address asks for; empty where it asks for none. */
  readonly asked: string;
  /** Whether the moment is that of the last look. */
  readonly looked: boolean;
  readonly note: string | null;
  readonly pageSize: number;
  /** Whether this is the first page. */
  readonly first: boolean;
}

interface ListProps {
  readonly changes: readonly Change[];
  readonly absence: Absence;
  readonly file: string;
}

const List = ({ changes, absence, file }: ListProps) => (
  <Table caption="What changed, the latest first" quiet rows={changes} file={file} columns={changeColumns(absence)} />
);

/** What changed of the children somebody may see, since they last looked. */
export function changePage({ answer, since, asked, looked, note, pageSize, first }: Changes, frame: Frame): string {
  const changes = answer.data?.changes;
  const list = shown({
    ...{ answer, path: ['changes'], domain: 'PARTNERSHIP' as const },
    ...{ value: changes, seesAll: false },
  });
  const last = changes?.length === pageSize ? changes.at(-1)?.id : undefined;
  const day = asked === '' ? since.slice(0, 10) : asked;
  const address = `/changes?since=${day}`;
  const file = `/changes.csv?since=${day}`;
  return layout({
    title: 'What changed',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">What changed</h1>
        {note === null ? null : <p class="govuk-body">{note}</p>}
        <p class="govuk-body">
          {looked ? 'Since your last look, ' : 'Since '}
          {looked ? timeText(since) : dayText(since.slice(0, 10))}.
        </p>
        <FilterForm action="/changes">
          <TextInput name="since" label="Since another day" kind="date" faults={[]} value={asked} />
        </FilterForm>
        {list.kind === 'none' && !first ? (
          <p class="govuk-body">There are no more.</p>
        ) : (
          <Value
            of={list}
            role={frame.viewer.role}
            as={(found) => <List changes={found} absence={absenceIn(answer.faults, ['changes'], false)} file={file} />}
          />
        )}
        <Pagination
          first={first ? null : address}
          next={last === undefined ? null : `${address}&after=${encodeURIComponent(last)}`}
        />
      </>
    ),
  });
}
