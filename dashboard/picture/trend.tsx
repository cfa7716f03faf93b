import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { dayText } from '../words/dates.js';

/** One week of one line; null where nothing is told. */
export interface TrendPoint {
  readonly week: string;
  readonly percent: number | null;
  /** Whether it may not be set beside other weeks: no line leads to it or from it. */
  readonly apart?: boolean;
}

export interface TrendLine {
  readonly kind: 'last-year' | 'national' | 'ours';
  readonly title: string;
  readonly points: readonly TrendPoint[];
}

interface Drawing {
  readonly kind: 'narrow' | 'wide';
  readonly width: number;
  readonly height: number;
  readonly right: number;
  /** Dates under every so many weeks. */
  readonly every: number;
}

const drawings: readonly Drawing[] = [
  { kind: 'wide', width: 610, height: 420, right: 138, every: 6 },
  { kind: 'narrow', width: 290, height: 310, right: 10, every: 12 },
];
const [left, top, below] = [44, 16, 34];
/** End labels stand this far apart at the least. */
const apart = 18;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The lowest of the scale: 80 per cent, or the five below what is lower. */
export function lowest(lines: readonly TrendLine[]): number {
  const values = lines.flatMap(({ points }) => points.flatMap(({ percent }) => (percent === null ? [] : [percent])));
  return Math.max(0, Math.min(80, Math.floor(Math.min(80, ...values) / 5) * 5));
}

/** Where labels go that would stand on each other: pushed down in their order. */
export function pushedApart(wanted: readonly number[]): number[] {
  const order = wanted.map((y, at) => ({ y, at })).toSorted((one, other) => one.y - other.y);
  const placed = new Array<number>(wanted.length).fill(0);
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, at } of order) {
    last = Math.max(y, last + apart);
    placed[at] = rounded(last);
  }
  return placed;
}

/** Whether a line goes through a point. */
const isJoined = (point: TrendPoint | undefined): boolean =>
  point !== undefined && point.percent !== null && point.apart !== true;

/** Whether no line leads to or from a point: it is drawn as a dot, or nobody would see it. */
export const isAlone = (points: readonly TrendPoint[], at: number): boolean =>
  !isJoined(points[at]) || [points[at - 1], points[at + 1]].every((beside) => !isJoined(beside));

/** How a line goes, broken at a week of which nothing is told and at one that may not be set beside others. */
export function pathOf(
  points: readonly TrendPoint[],
  x: (at: number) => number,
  y: (percent: number) => number,
): string {
  const path = line<TrendPoint>()
    .defined(isJoined)
    .x((_point, at) => rounded(x(at)))
    .y(({ percent }) => rounded(y(percent ?? 0)));
  return path([...points]) ?? '';
}

function Chart({
  lines,
  title,
  drawing,
}: {
  readonly lines: readonly TrendLine[];
  readonly title: string;
  readonly drawing: Drawing;
}) {
  const { kind, width, height, right, every } = drawing;
  const weeks = lines[0]?.points ?? [];
  const bottom = lowest(lines);
  const x = scaleLinear([0, Math.max(1, weeks.length - 1)], [left, width - right]);
  const y = scaleLinear([bottom, 100], [height - below, top]);
  const ticks = Array.from({ length: (100 - bottom) / 5 + 1 }, (_none, at) => bottom + 5 * at);
  const ends = lines.map(({ points }) => points.findLast(({ percent }) => percent !== null)?.percent ?? null);
  const labels = pushedApart(ends.map((percent) => (percent === null ? height - below : y(percent) + 4)));
  return (
    <svg
      class={`app-picture app-picture--${kind}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`trend-${kind}`}
    >
      <title id={`trend-${kind}`}>{title}</title>
      <rect width={width} height={height} fill="#ffffff" />
      {ticks.map((tick) => (
        <g>
          <line class="grid" x1={left} x2={width - right} y1={rounded(y(tick))} y2={rounded(y(tick))} />
          <text x={left - 6} y={rounded(y(tick)) + 4} text-anchor="end">
            {tick}%
          </text>
        </g>
      ))}
      {weeks.map(({ week }, at) =>
        at % every === 0 ? (
          <text x={rounded(x(at))} y={height - 10} text-anchor={at === 0 ? 'start' : 'middle'}>
            {dayText(week).replace(/ \d{4}$/, '')}
          </text>
        ) : null,
      )}
      {lines.map(({ kind: shade, points }) => (
        <path class={shade} d={pathOf(points, x, y)} />
      ))}
      {lines.flatMap((of) =>
        of.points.map(({ percent, apart }, at) =>
          percent !== null && (of.kind === 'ours' || isAlone(of.points, at)) ? (
            <circle
              class={apart === true ? 'apart-dot' : `${of.kind}-dot`}
              cx={rounded(x(at))}
              cy={rounded(y(percent))}
              r="3.5"
            />
          ) : null,
        ),
      )}
      {kind === 'wide'
        ? lines.map(({ title: name }, at) =>
            ends[at] == null ? null : (
              <text x={width - right + 8} y={labels[at]}>
                {name}
              </text>
            ),
          )
        : null}
    </svg>
  );
}

/** Lines of per cent over weeks, broken where nothing is told or may be compared, a drawing for each width. */
export const Trend = ({ lines, title }: { readonly lines: readonly TrendLine[]; readonly title: string }) => (
  <>
    {drawings.map((drawing) => (
      <Chart lines={lines} title={title} drawing={drawing} />
    ))}
    <p class="govuk-body-s">
      The axis begins at {lowest(lines)}%, not at 0.{' '}
      {lines.map(({ title: name, kind }) => `${name}: ${lineWords[kind]}.`).join(' ')}
      {lines.some(({ points }) => points.some(({ percent, apart }) => percent !== null && apart === true))
        ? ' Hollow dots, with no line to them: weeks that may not be set beside others.'
        : ''}
    </p>
  </>
);

const lineWords = { ours: 'solid, with dots', national: 'dashed', 'last-year': 'dotted' } as const;
