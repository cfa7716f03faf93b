import { fillOf } from './pattern.js';
import { type Axis, columnOf, type Drawing, rounded, type WeekOfAttendance } from './timeline-axis.js';

/** Two sessions on five days. */
const sessionsOfWeek = 10;

/** What the columns show, in a sentence with its numbers. */
export function weeksTitle(weeks: readonly WeekOfAttendance[]): string {
  const attended = weeks.reduce((sum, week) => sum + week.attended, 0);
  const possible = weeks.reduce((sum, week) => sum + week.possible, 0);
  const missing = weeks.filter(({ state }) => state === 'NOT_RECEIVED').length;
  const unknown = missing === 0 ? '' : ` Of ${missing} ${missing === 1 ? 'week' : 'weeks'} nothing was received.`;
  return `Attended ${attended} of ${possible} sessions in ${weeks.length} ${weeks.length === 1 ? 'week' : 'weeks'}.${unknown}`;
}

const shades = ['attended', 'authorised', 'unauthorised', 'closed', 'not-received'] as const;

interface Block {
  readonly shade: (typeof shades)[number];
  readonly y: number;
  readonly height: number;
}

/** The blocks of one week's column, from below: a tenth of the height a session, and pale where there was none. */
export function blocksOf(week: WeekOfAttendance, base: number, height: number): readonly Block[] {
  if (week.state === 'NOT_RECEIVED') return [{ shade: 'not-received', y: base - height, height }];
  if (week.state === 'CLOSED') return [{ shade: 'closed', y: base - height, height }];
  const counted = week.attended + week.authorisedAbsence + week.unauthorisedAbsence;
  const most = Math.max(sessionsOfWeek, counted);
  let y = base;
  return [
    ['attended', week.attended] as const,
    ['authorised', week.authorisedAbsence] as const,
    ['unauthorised', week.unauthorisedAbsence] as const,
    ['closed', Math.max(0, sessionsOfWeek - counted)] as const,
  ]
    .filter(([, sessions]) => sessions > 0)
    .map(([shade, sessions]) => {
      const tall = height * (sessions / most);
      y -= tall;
      return { shade, y: rounded(y), height: rounded(tall) };
    });
}

interface ColumnsProps {
  readonly weeks: readonly WeekOfAttendance[];
  readonly axis: Axis;
  readonly drawing: Drawing;
  /** The top of the columns. */
  readonly top: number;
}

/** A column a week: one path a shade, since a year has some two hundred blocks. */
export function WeekColumns({ weeks, axis, drawing: { kind, tall }, top }: ColumnsProps) {
  const seen = weeks.filter(({ weekBeginning }) => axis.holds(weekBeginning));
  const drawn = new Map<string, string>(shades.map((shade) => [shade, '']));
  for (const week of seen) {
    const [x, width] = columnOf(week, axis);
    for (const { shade, y, height } of blocksOf(week, top + tall, tall))
      drawn.set(shade, `${drawn.get(shade) ?? ''}M${x} ${y}h${width}v${height}h-${width}z`);
  }
  return (
    <>
      {[...drawn].map(([shade, d]) => (d === '' ? null : <path class={shade} d={d} fill={fillOf(kind, shade)} />))}
      {seen
        .filter(({ state }) => state === 'NOT_RECEIVED')
        .map((week) => {
          const [x, width] = columnOf(week, axis);
          return (
            <text class="strong" x={rounded(x + width / 2)} y={top + tall / 2 + 5} text-anchor="middle">
              ?
            </text>
          );
        })}
    </>
  );
}
