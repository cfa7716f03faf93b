export interface SparkWeek {
  readonly weekBeginning: string;
  readonly state: string;
  readonly attendancePercent: number | null;
}

const [width, height, bars, bar] = [88, 32, 8, 9];
const base = 31;
/** The line at 90 %: below it a child is persistently absent. */
const ninety = base - 30 * 0.9;
const rounded = (value: number): number => Math.round(value * 10) / 10;

const said = ({ state, attendancePercent }: SparkWeek): string => {
  if (state === 'CLOSED') return 'closed';
  if (state === 'NOT_RECEIVED') return 'not received';
  return attendancePercent === null ? 'no sessions' : `${Math.round(attendancePercent)}%`;
};

function Bar({ week, at }: { readonly week: SparkWeek; readonly at: number }) {
  const x = at * (bar + 2);
  const newest = at === bars - 1;
  if (week.state === 'NOT_RECEIVED')
    return <rect class="not-received" x={x + 0.5} y={1.5} width={bar - 1} height={29} />;
  if (week.state === 'CLOSED' || week.attendancePercent === null)
    return <rect class="closed" x={x} y={1} width={bar} height={30} />;
  if (week.attendancePercent === 0) return <path class="cross" d={`M${x + 2} ${base - 6}l5 5m0 -5l-5 5`} />;
  const tall = rounded((week.attendancePercent / 100) * 30);
  return <rect class={newest ? 'bar-new' : 'bar-old'} x={x} y={rounded(base - tall)} width={bar} height={tall} />;
}

/** The last eight weeks in words. */
export const sparkText = (weeks: readonly SparkWeek[]): string =>
  weeks.slice(-bars).map(said).join(', ') || 'Not known';

/** The last eight weeks as bars; the numbers beside them for who does not see pictures. */
export function Sparkline({ weeks }: { readonly weeks: readonly SparkWeek[] }) {
  const last = weeks.slice(-bars);
  return (
    <>
      <svg class="app-picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <rect width={width} height={height} fill="#ffffff" />
        {last.map((week, at) => (
          <Bar week={week} at={at + bars - last.length} />
        ))}
        <line class="line" x1="0" x2={width} y1={rounded(ninety)} y2={rounded(ninety)} />
      </svg>
      <span class="govuk-visually-hidden">{sparkText(weeks)}</span>
    </>
  );
}
