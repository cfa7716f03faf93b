import type { Child } from 'hono/jsx';
import { monthsWithin, monthText } from '../words/dates.js';
import { WeekColumns } from './attendance-weeks.js';
import { Patterns, TimelineKey } from './pattern.js';
import {
  type Axis,
  axisOf,
  type Drawing,
  drawings,
  type Lane,
  rounded,
  textWidth,
  type TimelineData,
  touching,
} from './timeline-axis.js';
import { BarRow, WaitRow } from './timeline-bars.js';
import { Moves, Signs } from './timeline-marks.js';

/** One lane: what it is called, how high it is, and what is on it. */
interface Row {
  readonly name: string;
  readonly height: number;
  /** The base of its name, from the lane’s top. */
  readonly nameAt: number;
  /** The room above it, where names stand above. */
  readonly above: number;
  readonly draw: (top: number) => Child;
}

/** The room between lanes. */
const gap = 12;
/** Where the first lane begins: months stand above it. */
const first = 26;

/** What is on a lane, or why nothing is: what could not be asked keeps its lane, hollow. */
function onLane<T>(lane: Lane<T>, axis: Axis, height: number, drawn: (items: readonly T[], top: number) => Child) {
  return (top: number): Child => {
    switch (lane.kind) {
      case 'drawn':
        return drawn(lane.items, top);
      case 'unknown':
        return (
          <>
            <rect class="not-received" x={axis.left} y={top} width={axis.right - axis.left} height={height} />
            <text x={axis.left + 8} y={top + height / 2 + 5}>
              <tspan class="strong">?</tspan> could not be asked
            </text>
          </>
        );
      case 'words':
        return lane.lines.map((line, at) => (
          <text class="quiet" x={axis.left + 8} y={top + height / 2 + 5 + (at - (lane.lines.length - 1) / 2) * 15}>
            {line}
          </text>
        ));
    }
  };
}

function rowsOf(data: TimelineData, drawing: Drawing, axis: Axis): readonly Row[] {
  const { kind, tall, above } = drawing;
  const beside = above === 0;
  const bar = { height: 26, nameAt: beside ? 18 : -5, above };
  return [
    {
      ...{ name: 'Attendance', height: tall, nameAt: beside ? 35 : -5, above },
      draw: onLane(data.attendance, axis, tall, (weeks, top) => (
        <WeekColumns weeks={weeks} axis={axis} drawing={drawing} top={top} />
      )),
    },
    {
      ...{ name: 'Suspensions, moves', ...bar },
      draw: onLane(data.suspensions, axis, 26, (marks, top) => <Signs marks={marks} axis={axis} top={top} />),
    },
    {
      ...{ name: 'Social care', ...bar },
      draw: onLane(data.care, axis, 26, (bars, top) => <BarRow bars={bars} due={data.careDue} axis={axis} top={top} />),
    },
    {
      ...{ name: 'SEN and EHC', ...bar },
      draw: onLane(data.sen, axis, 26, (bars, top) => <BarRow bars={bars} due={[]} axis={axis} top={top} />),
    },
    ...(data.waits.kind === 'drawn'
      ? touching(data.waits.items, axis).map((wait): Row => {
          // Above a narrow lane the name shares its line with the standard’s words.
          const free = beside ? axis.left : axis.left + textWidth(wait.name);
          return {
            ...{ name: wait.name, height: 34, nameAt: beside ? 28 : 10, above: beside ? 0 : above - gap },
            draw: (top) => <WaitRow wait={wait} axis={axis} kind={kind} top={top} free={free} />,
          };
        })
      : [{ ...{ name: 'Waits', ...bar }, draw: onLane(data.waits, axis, 26, () => null) }]),
  ];
}

interface Standing {
  readonly row: Row;
  readonly top: number;
}

/** Each lane with its top: one below the other. */
function stacked(rows: readonly Row[]): { readonly lanes: readonly Standing[]; readonly bottom: number } {
  let top = first;
  const lanes = rows.map((row) => {
    const lane = { row, top: top + row.above };
    top = lane.top + row.height + gap;
    return lane;
  });
  return { lanes, bottom: top - gap + 6 };
}

const Months = ({ axis, bottom }: { readonly axis: Axis; readonly bottom: number }) => (
  <>
    {monthsWithin(axis.from, axis.to).map((month) => (
      <>
        <line class="grid" x1={axis.at(month)} x2={axis.at(month)} y1="20" y2={bottom} />
        {axis.at(month) + textWidth(monthText(month)) < axis.right ? (
          <text class="quiet" x={rounded(axis.at(month) + 2)} y="14">
            {monthText(month)}
          </text>
        ) : null}
      </>
    ))}
  </>
);

function Names({ lanes, drawing }: { readonly lanes: readonly Standing[]; readonly drawing: Drawing }) {
  const { left, above, tall } = drawing;
  const beside = above === 0;
  return (
    <>
      {lanes.map(({ row, top }) => (
        <text
          class="strong halo"
          x={beside ? left - 5 : left}
          y={top + row.nameAt}
          text-anchor={beside ? 'end' : 'start'}
        >
          {row.name}
        </text>
      ))}
      {beside ? (
        <>
          {[[first + 10, '10'] as const, [first + 54, 'sessions a week'] as const, [first + tall, '0'] as const].map(
            ([y, words]) => (
              <text class="quiet" x={left - 5} y={y} text-anchor="end">
                {words}
              </text>
            ),
          )}
        </>
      ) : null}
    </>
  );
}

interface ChartProps {
  readonly data: TimelineData;
  readonly title: string;
  readonly drawing: Drawing;
}

function Chart({ data, title, drawing }: ChartProps) {
  const { kind, width } = drawing;
  const axis = axisOf(data, drawing);
  const { lanes, bottom } = stacked(rowsOf(data, drawing, axis));
  const height = bottom + 4;
  const [attendance, marks] = lanes;
  const today = axis.at(data.today);
  return (
    <svg
      class={`app-picture app-picture--${kind}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`timeline-${kind}`}
    >
      <title id={`timeline-${kind}`}>{title}</title>
      <Patterns of={kind} />
      <rect width={width} height={height} fill="#ffffff" />
      <Months axis={axis} bottom={bottom} />
      {lanes.map(({ row, top }) => row.draw(top))}
      <Names lanes={lanes} drawing={drawing} />
      {attendance && marks ? (
        <Moves
          moves={data.moves}
          signs={data.suspensions.kind === 'drawn' ? data.suspensions.items : []}
          axis={axis}
          top={attendance.top}
          bottom={marks.top + marks.row.height}
        />
      ) : null}
      <line class="today" x1={today} x2={today} y1="20" y2={bottom} />
    </svg>
  );
}

/** Twelve months of a child on one axis of days, a drawing for each width, and what its shades mean. */
export const Timeline = ({ data, title }: { readonly data: TimelineData; readonly title: string }) => (
  <>
    <p class="govuk-body-s app-narrow">The last 20 weeks. A wider screen or a print shows 12 months.</p>
    {drawings.map((drawing) => (
      <Chart data={data} title={title} drawing={drawing} />
    ))}
    <TimelineKey />
  </>
);
