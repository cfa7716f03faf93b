import type { Child } from 'hono/jsx';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import { figure, type Shown } from '../gateway/shown.js';
import { Trend } from '../picture/trend.js';
import { dayText } from '../words/dates.js';
import type { FiguresView } from './virtual-school.view.js';

const percent = (value: number): string => `${value.toFixed(1)}%`;

const Card = ({
  title,
  of,
  role,
  as,
}: {
  readonly title: string;
  readonly of: Shown<number>;
  readonly role: string;
  readonly as: (value: number) => Child;
}) => (
  <li class="app-card">
    <p class="app-card__figure">
      <Value of={of} as={as} role={role} />
    </p>
    <p class="govuk-body">{title}</p>
  </li>
);

type Week = FiguresView['groups'][number];

const notCompared = 'Not to be compared';

/** What is told of each week, on the page and in the file. */
export const weekColumns: readonly FileColumn<Week>[] = [
  { title: 'Week of', text: ({ key }) => dayText(key[0] ?? ''), whole: true },
  {
    ...{ title: 'Attended', numeric: true, percent: true },
    text: ({ attendancePercent, suppressed }) => figure(attendancePercent, suppressed),
  },
  {
    ...{ title: 'England', numeric: true, percent: true },
    text: ({ national, comparable }) => (comparable ? (national?.percent ?? 'Not published') : notCompared),
  },
  {
    ...{ title: 'Last year', numeric: true, percent: true },
    text: ({ lastYear, comparable }) => (comparable ? (lastYear?.percent ?? 'Not told') : notCompared),
  },
];

interface FiguresProps {
  readonly view: FiguresView;
  readonly role: string;
  /** Where the weeks can be had as a file. */
  readonly file: string;
}

/** Whether attendance is moving: numbers, a line, and the weeks as a table. */
export const Figures = ({ view, role, file }: FiguresProps) => (
  <>
    <ul class="app-cards">
      <Card title="attended this week" of={view.thisWeek} role={role} as={percent} />
      <Card
        title="persistently absent this school year: a tenth of sessions or more"
        of={view.persistent}
        role={role}
        as={percent}
      />
      <Card
        title="severely absent this school year: half of sessions or more"
        of={view.severe}
        role={role}
        as={percent}
      />
      <Card
        title="suspensions this school year, for every 100 children"
        of={view.suspended}
        role={role}
        as={(value) => value.toFixed(1)}
      />
      <Card title="children this week" of={view.children} role={role} as={String} />
    </ul>
    <p class="govuk-body-s">{view.basis}</p>
    {view.note === null ? null : <p class="govuk-inset-text">{view.note}</p>}
    <p class="govuk-body-l">{view.sentence}</p>
    <Trend lines={view.lines} title={view.sentence} />
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">The weeks as a table</span>
      </summary>
      <div class="govuk-details__text">
        <Table
          caption="Attendance each week, newest first"
          rows={view.groups.toReversed()}
          columns={weekColumns}
          file={file}
          role={role}
        />
      </div>
    </details>
  </>
);
