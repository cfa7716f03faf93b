import { scaleLinear } from 'd3-scale';
import { Table } from '../component/table.js';
import { dayText } from '../words/dates.js';

export interface WeekOfAttendance {
  readonly weekBeginning: string;
  readonly state: string;
  readonly possible: number;
  readonly attended: number;
  readonly authorisedAbsence: number;
  readonly unauthorisedAbsence: number;
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** So many of the last weeks. */
  readonly weeks: number;
  readonly kind: 'narrow' | 'wide';
}

const drawings: readonly Drawing[] = [
  { width: 960, height: 150, weeks: 53, kind: 'wide' },
  { width: 290, height: 130, weeks: 20, kind: 'narrow' },
];

/** Two sessions on five days. */
const sessionsOfWeek = 10;
const top = 20;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** What the picture shows, in a sentence with its numbers. */
export function weeksTitle(weeks: readonly WeekOfAttendance[]): string {
  const attended = weeks.reduce((sum, week) => sum + week.attended, 0);
  const possible = weeks.reduce((sum, week) => sum + week.possible, 0);
  const missing = weeks.filter(({ state }) => state === 'NOT_RECEIVED').length;
  const unknown = missing === 0 ? '' : ` Of ${missing} ${missing === 1 ? 'week' : 'weeks'} nothing was received.`;
  return `Attended ${attended} of ${possible} sessions in ${weeks.length} ${weeks.length === 1 ? 'week' : 'weeks'}.${unknown}`;
}

interface Block {
  readonly shade: string;
  readonly y: number;
  readonly height: number;
}

/** The blocks of one week's column, from below: a tenth of the height a session. */
export function blocksOf(week: WeekOfAttendance, base: number, height: number): readonly Block[] {
  if (week.state === 'NOT_RECEIVED') return [{ shade: 'not-received', y: base - height, height }];
  if (week.state === 'CLOSED') return [{ shade: 'closed', y: base - height, height }];
  const unit = scaleLinear([0, Math.max(sessionsOfWeek, week.possible)], [0, height]);
  let y = base;
  return [
    ['attended', week.attended] as const,
    ['authorised', week.authorisedAbsence] as const,
    ['unauthorised', week.unauthorisedAbsence] as const,
  ]
    .filter(([, sessions]) => sessions > 0)
    .map(([shade, sessions]) => {
      y -= unit(sessions);
      return { shade, y: rounded(y), height: rounded(unit(sessions)) };
    });
}

function Columns({ weeks, drawing }: { readonly weeks: readonly WeekOfAttendance[]; readonly drawing: Drawing }) {
  const { width, height, kind } = drawing;
  const shownWeeks = weeks.slice(-drawing.weeks);
  const across = scaleLinear([0, Math.max(shownWeeks.length, 1)], [2, width - 6]);
  const column = Math.max(1, Math.min(40, across(1) - across(0) - 2));
  return (
    <svg
      class={`app-picture app-picture--${kind}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`weeks-${kind}`}
    >
      <title id={`weeks-${kind}`}>{weeksTitle(shownWeeks)}</title>
      <rect width={width} height={height} fill="#ffffff" />
      <line class="line" x1="0" x2={width} y1={height - 20} y2={height - 20} />
      {shownWeeks.map((week, at) => (
        <g>
          {blocksOf(week, height - 20, height - 20 - top).map((block) => (
            <rect
              class={block.shade}
              x={rounded(across(at))}
              y={block.y}
              width={rounded(column)}
              height={block.height}
            />
          ))}
          {week.state === 'NOT_RECEIVED' ? (
            <text x={rounded(across(at) + column / 2)} y={height / 2} text-anchor="middle">
              ?
            </text>
          ) : null}
        </g>
      ))}
      <text x="2" y={height - 5}>
        {shownWeeks[0] ? `Week of ${dayText(shownWeeks[0].weekBeginning)}` : ''}
      </text>
    </svg>
  );
}

const stateWords: Readonly<Record<string, string>> = { CLOSED: 'School closed', NOT_RECEIVED: 'Not received' };

/** A child's weeks as columns, a drawing for each width, and the same as a table. */
export function AttendanceWeeks({ weeks }: { readonly weeks: readonly WeekOfAttendance[] }) {
  const number = (week: WeekOfAttendance, of: number): string => stateWords[week.state] ?? String(of);
  return (
    <>
      {drawings.map((drawing) => (
        <Columns weeks={weeks} drawing={drawing} />
      ))}
      <p class="govuk-body-s">
        Dark: attended. White with an outline: absent with leave or a good reason. Orange: absent without. Dashed, with
        a question mark: not received. Pale: school closed.
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">The weeks as a table</span>
        </summary>
        <div class="govuk-details__text">
          <Table
            caption="Sessions each week, newest first"
            rows={weeks.toReversed()}
            columns={[
              { title: 'Week of', of: ({ weekBeginning }) => dayText(weekBeginning) },
              { title: 'Possible', of: (week) => number(week, week.possible), numeric: true },
              { title: 'Attended', of: (week) => number(week, week.attended), numeric: true },
              { title: 'With leave or reason', of: (week) => number(week, week.authorisedAbsence), numeric: true },
              { title: 'Without', of: (week) => number(week, week.unauthorisedAbsence), numeric: true },
            ]}
          />
        </div>
      </details>
    </>
  );
}
