import type { Child } from 'hono/jsx';
import { childColumn } from '../component/child-link.js';
import { FilterForm } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import { WeekSelect } from '../component/week-select.js';
import type { FileColumn } from '../csv/column.js';
import type { Absence, Shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { words } from '../words/codes.js';
import { dayText, mondayOf } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { ActionTable } from './action-table.js';
import { AgendaTable } from './agenda-table.js';
import { Reasons, reasonsText } from './reasons.js';
import { type Attention, mayAskForPack, type SchoolView } from './school.view.js';
import { Members, Posts } from './team-tables.js';

interface Page {
  readonly urn: string;
  readonly name: string;
  /** The Monday of the week. */
  readonly week: string;
  readonly today: string;
  readonly view: SchoolView;
  /** What was wrong with the address, in a sentence. */
  readonly note: string | null;
}

interface AttentionProps {
  readonly items: Attention;
  readonly urn: string;
  readonly absence: Absence;
  readonly file: string;
}

/** What is told of each child who needs attention, on the page and in the file. */
export const attentionColumns = (urn: string, absence: Absence): FileColumn<Attention[number]>[] => [
  childColumn(absence),
  { title: 'Why', text: ({ reasons }) => reasonsText(reasons), of: ({ reasons }) => <Reasons reasons={reasons} /> },
  {
    title: 'Agenda',
    text: ({ onAgenda }) => (onAgenda ? 'On the agenda' : 'Not on the agenda'),
    of: ({ child, onAgenda }) =>
      onAgenda || !child ? (
        'On the agenda'
      ) : (
        <a class="govuk-link" href={`/schools/${urn}/agenda/new?child=${child.id}`}>
          Add<span class="govuk-visually-hidden"> {nameText(child.name)}</span> to the agenda
        </a>
      ),
  },
];

const AttentionTable = ({ items, urn, absence, file }: AttentionProps) => (
  <Table
    caption="Children who need attention, the most pressing first"
    quiet
    rows={items}
    columns={attentionColumns(urn, absence)}
    file={file}
  />
);

interface PartProps<T> {
  readonly title: string;
  readonly of: Shown<T>;
  readonly role: string;
  readonly as: (value: T) => Child;
}

const Part = <T,>({ title, of, role, as }: PartProps<T>) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    <Value of={of} role={role} as={as} />
  </section>
);

/** Where else a school’s page leads: to the papers of a meeting, and to everybody on the roll. */
const Links = ({ urn, role }: { readonly urn: string; readonly role: string }) => (
  <ul class="govuk-list app-links">
    {mayAskForPack(role) ? (
      <li>
        <a class="govuk-link" href={`/schools/${urn}/pack`}>
          Meeting pack
        </a>
      </li>
    ) : null}
    <li>
      <a class="govuk-link" href={`/schools/${urn}?show=roll`}>
        Roll
      </a>
    </li>
  </ul>
);

const teams = 'TEAM_AROUND_SCHOOL';

/** Whoever looks for something else is refused what the team does: that they may look for it too, and where they say so. */
const OtherPurpose = ({ view, frame }: { readonly view: SchoolView; readonly frame: Frame }) =>
  view.agenda.kind === 'refused' && frame.purpose !== teams && frame.viewer.purposes.includes(teams) ? (
    <p class="govuk-body">
      Do you come as one of the school’s team? Choose “{words(teams)}” in “You look for” at the top of the page.
    </p>
  ) : null;

/** What the team promised: what is past its day before all else. */
function Promised({ page: { view, urn }, late, frame }: { page: Page; late: boolean; frame: Frame }) {
  const others = view.overdue.kind === 'held' ? 'Other open actions' : 'Open actions';
  const [title, of] = late ? ['Overdue actions', view.overdue] : [others, view.open];
  return (
    <Part
      title={title}
      of={of}
      role={frame.viewer.role}
      as={(actions) => (
        <ActionTable
          {...{ urn, frame, actions, late, caption: title, absence: view.absence.actions }}
          file={`/schools/${urn}/actions.csv`}
        />
      )}
    />
  );
}

/** Who needs the team this week, what it agreed, and who is on it. */
export function schoolPage(page: Page, frame: Frame): string {
  const { urn, name, week, today, view, note } = page;
  const fileOf = (table: string): string => `/schools/${urn}/${table}.csv?week=${week}`;
  const { role } = frame.viewer;
  return layout({
    title: name,
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          {name} <span class="govuk-caption-l">Week of {dayText(week)}</span>
        </h1>
        {note === null ? null : <p class="govuk-body">{note}</p>}
        <Links urn={urn} role={role} />
        <OtherPurpose view={view} frame={frame} />
        {view.overdue.kind === 'held' ? <Promised page={page} late frame={frame} /> : null}
        <FilterForm action={`/schools/${urn}`}>
          <WeekSelect week={week} present={mondayOf(today)} />
        </FilterForm>
        <Part
          title="Who needs attention"
          of={view.attention}
          role={role}
          as={(items) => (
            <AttentionTable {...{ items, urn, absence: view.absence.attention, file: fileOf('attention') }} />
          )}
        />
        <Part
          title="Agenda"
          of={view.agenda}
          role={role}
          as={(items) => (
            <AgendaTable {...{ items, urn, today, frame, absence: view.absence.agenda, file: fileOf('agenda') }} />
          )}
        />
        <Promised page={page} late={false} frame={frame} />
        <Part
          title="The team"
          of={view.members}
          role={role}
          as={(members) => <Members members={members} file={fileOf('team')} />}
        />
        <Part
          title="Vacant posts"
          of={view.directory}
          role={role}
          as={(told) => <Posts directory={told} file={fileOf('posts')} />}
        />
      </>
    ),
  });
}
