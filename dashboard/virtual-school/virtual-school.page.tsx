import type { Child } from 'hono/jsx';
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
import { absenceIn, type Shown, shown } from '../gateway/shown.js';
import { type Frame, here, inTwo, layout } from '../layout/layout.js';
import { markupOf } from '../layout/markup.js';
import { cohorts, type ListFilter, listText, listTitle, teamsToChoose } from './list-filter.js';
import { Figures } from './figures.js';
import { complianceOf, Peps } from './peps.js';
import { talkColumns } from './talk.table.js';
import { type FiguresView, figuresView } from './virtual-school.view.js';

export interface Page {
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

type Listed = NonNullable<WeeklyListQuery['attendanceTriangulation']>['edges'][number]['node'];

interface Attended {
  readonly of: Shown<FiguresView>;
  readonly filter: ListFilter;
  readonly role: string;
}

/** Figures, as they are called within a heading. */
interface Figure {
  readonly title: string;
  readonly of: Shown<unknown>;
}

/** What was chosen, as it stands in an address. */
const chosenIn = ({ cohort, week, team }: ListFilter) => ({ cohort, week, team: team ?? '' });

const fileOf = (name: string, filter: ListFilter): string =>
  `/virtual-school/${name}.csv?${new URLSearchParams(chosenIn(filter)).toString()}`;

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

interface ListProps {
  readonly filter: ListFilter;
  readonly list: Answer<WeeklyListQuery>;
  readonly listed: Shown<readonly Listed[]>;
  readonly seesFigures: boolean;
  readonly role: string;
}

/** The children of the week. */
function ToTalkAbout({ filter, list, listed, seesFigures, role }: ListProps) {
  const connection = list.data?.attendanceTriangulation;
  const absence = absenceIn(list.faults, ['attendanceTriangulation'], false);
  const more = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const address = new URLSearchParams({ ...chosenIn(filter), after: more ?? '' });
  return (
    <section>
      <h2 class="govuk-heading-m">{listTitle(filter, connection?.totalCount ?? null)}</h2>
      <p class="govuk-body-s">{listText(filter, seesFigures)}</p>
      <Value
        of={listed}
        role={role}
        as={(found) => (
          <Table
            caption="Children to talk about, the most pressing first"
            quiet
            rows={found}
            columns={talkColumns(absence)}
            file={fileOf('children', filter)}
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
  );
}

/** Is attendance moving. */
const Attendance = ({ of, filter, role }: Attended) => (
  <section>
    <h2 class="govuk-heading-m">Attendance</h2>
    <Value of={of} role={role} as={(view) => <Figures view={view} role={role} file={fileOf('weeks', filter)} />} />
  </section>
);

/** The figures that the reader is not told of, after all that the reader is: why, once for all of them. */
function NotTold({ figures, role }: { readonly figures: readonly Figure[]; readonly role: string }) {
  const refused = figures.filter(({ of }) => of.kind === 'refused');
  const [first] = refused;
  if (!first) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Figures of {refused.map(({ title }) => title).join(' and ')}</h2>
      <Value of={first.of} role={role} as={() => null} />
    </section>
  );
}

/** Is attendance moving, and whom do we talk about. Who is told no figures begins with the children, and who may see none with the figures. */
function Week({
  page: { filter, present, figures, list, peps },
  frame,
}: {
  readonly page: Page;
  readonly frame: Frame;
}) {
  const { role } = frame.viewer;
  const listed = shown({
    ...{ answer: list, path: ['attendanceTriangulation'], domain: 'VIRTUAL_SCHOOL' as const },
    ...{ value: list.data?.attendanceTriangulation?.edges.map(({ node }) => node), seesAll: false },
  });
  const told = figures.data?.socialWorkTeams ?? null;
  const teams = listed.kind === 'refused' ? [] : teamsToChoose(filter, told);
  const attended = figuresView(figures);
  const seesFigures = attended.kind !== 'refused';
  const plans = peps === null ? null : complianceOf(peps);
  return (
    <>
      {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
      <Filter filter={filter} teams={teams} present={present} />
      {seesFigures ? <Attendance of={attended} filter={filter} role={role} /> : null}
      <ToTalkAbout {...{ filter, list, listed, seesFigures, role }} />
      {peps === null || plans === null ? null : <Peps answer={peps} compliance={plans} role={role} />}
      <NotTold
        figures={[
          { title: 'attendance', of: attended },
          ...(plans === null ? [] : [{ title: 'personal education plans', of: plans }]),
        ]}
        role={role}
      />
    </>
  );
}

const pageWith = (content: Child, frame: Frame): string =>
  layout({
    title: 'Virtual school',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Virtual school</h1>
        {content}
      </>
    ),
  });

/** The virtual school’s week, all of it. */
export const virtualSchoolPage = (page: Page, frame: Frame): string =>
  pageWith(<Week page={page} frame={frame} />, frame);

/** The same in two, for a week that is still to come: what comes before it, and after. */
export const begunVirtualSchool = (frame: Frame): readonly [before: string, after: string] =>
  inTwo(pageWith(here, frame));

export const weekMarkup = (page: Page, frame: Frame): string => markupOf(<Week page={page} frame={frame} />);
