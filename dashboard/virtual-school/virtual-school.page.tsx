import { FilterForm, Select } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import { WeekSelect } from '../component/week-select.js';
import type { Answer } from '../gateway/answer.js';
import type {
  VirtualSchoolFiguresQuery,
  VirtualSchoolPepsQuery,
  WeeklyListQuery,
} from '../gateway/operations.generated.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted } from '../words/codes.js';
import { cohorts, type ListFilter, teamsToChoose } from './list-filter.js';
import { Figures } from './figures.js';
import { Peps } from './peps.js';
import { talkColumns } from './talk.table.js';
import { figuresView } from './virtual-school.view.js';

interface Page {
  readonly filter: ListFilter;
  /** The Monday of the present week. */
  readonly present: string;
  readonly figures: Answer<VirtualSchoolFiguresQuery>;
  readonly list: Answer<WeeklyListQuery>;
  /** Null for a role that is told of no plans. */
  readonly peps: Answer<VirtualSchoolPepsQuery> | null;
}

interface FilterProps {
  readonly filter: ListFilter;
  /** The teams to choose from; none for a reader who sees no list. */
  readonly teams: readonly string[];
  /** The Monday of the present week. */
  readonly present: string;
}

function Filter({ filter, teams, present }: FilterProps) {
  return (
    <FilterForm action="/virtual-school">
      <Select
        name="cohort"
        label="Children who are"
        faults={[]}
        value={filter.cohort}
        options={cohorts.map(([value, text]) => ({ value, text }))}
      />
      <WeekSelect week={filter.week} present={present} />
      {teams.length === 0 ? null : (
        <Select
          name="team"
          label="Social work team"
          hint="For the list of children: figures are of all teams"
          faults={[]}
          value={filter.team ?? ''}
          options={[{ value: '', text: 'All teams' }, ...teams.map((team) => ({ value: team, text: team }))]}
        />
      )}
    </FilterForm>
  );
}

/** Is attendance moving, and whom do we talk about. The figures stand without names, for whoever sees none. */
export function virtualSchoolPage({ filter, present, figures, list, peps }: Page, frame: Frame): string {
  const { role } = frame.viewer;
  const connection = list.data?.attendanceTriangulation;
  const items = connection?.edges.map(({ node }) => node);
  const listed = shown({
    ...{ answer: list, path: ['attendanceTriangulation'], domain: 'VIRTUAL_SCHOOL' as const },
    ...{ value: items, seesAll: false },
  });
  const told = figures.data?.socialWorkTeams ?? null;
  const teams = listed.kind === 'refused' ? [] : teamsToChoose(filter, told);
  const absence = absenceIn(list.faults, ['attendanceTriangulation'], false);
  const more = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const chosen = { cohort: filter.cohort, week: filter.week, team: filter.team ?? '' };
  const address = new URLSearchParams({ ...chosen, after: more ?? '' });
  const file = (name: string): string => `/virtual-school/${name}.csv?${new URLSearchParams(chosen).toString()}`;
  return layout({
    title: 'Virtual school',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Virtual school</h1>
        {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
        <Filter filter={filter} teams={teams} present={present} />
        <section>
          <h2 class="govuk-heading-m">Attendance</h2>
          <Value
            of={figuresView(figures)}
            role={role}
            as={(view) => <Figures view={view} role={role} file={file('weeks')} />}
          />
        </section>
        <section>
          <h2 class="govuk-heading-m">
            {connection?.totalCount == null
              ? 'Children to talk about'
              : `${counted(connection.totalCount, 'child', 'children')} on plans`}
          </h2>
          <p class="govuk-body-s">Figures are of the whole group; names only of children on plans whom you may see.</p>
          <Value
            of={listed}
            role={role}
            as={(found) => (
              <Table
                caption="Children to talk about, the most pressing first"
                quiet
                rows={found}
                columns={talkColumns(absence)}
                file={file('children')}
              />
            )}
          />
          {more === null ? null : (
            <p class="govuk-body">
              <a class="govuk-link" href={`/virtual-school?${address.toString()}`}>
                Next
              </a>
            </p>
          )}
        </section>
        {peps === null ? null : <Peps answer={peps} role={role} />}
      </>
    ),
  });
}
