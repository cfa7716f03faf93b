import { anchorAt, type Axis, type Mark, textWidth } from './timeline-axis.js';

interface Extent {
  readonly from: number;
  readonly to: number;
}

const overlaps = (one: Extent, others: readonly Extent[]): boolean =>
  others.some((other) => one.from < other.to && other.from < one.to);

/** The room that text takes beside or over a place. */
function extentOf(text: string, x: number, anchor: 'end' | 'middle' | 'start'): Extent {
  const width = textWidth(text);
  if (anchor === 'end') return { from: x - width, to: x };
  return anchor === 'start' ? { from: x, to: x + width } : { from: x - width / 2, to: x + width / 2 };
}

interface Placed {
  readonly mark: Mark;
  readonly x: number;
  readonly anchor: 'end' | 'middle' | 'start';
  /** Whether its words are written: not where they would stand on others. The table has them. */
  readonly worded: boolean;
}

/** Marks with their words over them, the newest worded first. */
export function wordedOver(marks: readonly Mark[], axis: Axis): Placed[] {
  const taken: Extent[] = [];
  return marks
    .filter(({ on }) => axis.holds(on))
    .toSorted((one, other) => other.on.localeCompare(one.on))
    .map((mark) => {
      const x = axis.at(mark.on);
      const anchor = anchorAt(x, axis);
      const extent = extentOf(mark.words, x, anchor);
      const worded = !overlaps(extent, taken);
      if (worded) taken.push(extent);
      return { mark, x, anchor, worded };
    });
}

/** Marks with their words beside them, to the right where there is room, else to the left. */
export function wordedBeside(marks: readonly Mark[], axis: Axis, signs: readonly number[]): Placed[] {
  const taken: Extent[] = signs.map((x) => ({ from: x - 8, to: x + 8 }));
  return marks
    .filter(({ on }) => axis.holds(on))
    .toSorted((one, other) => other.on.localeCompare(one.on))
    .map((mark) => {
      const x = axis.at(mark.on);
      const free = (['start', 'end'] as const).find((anchor) => {
        const extent = extentOf(mark.words, anchor === 'start' ? x + 5 : x - 5, anchor);
        return extent.from >= axis.left && extent.to <= axis.right && !overlaps(extent, taken);
      });
      if (free) taken.push(extentOf(mark.words, free === 'start' ? x + 5 : x - 5, free));
      return { mark, x, anchor: free ?? 'start', worded: free !== undefined };
    });
}

/** Suspensions: a sign at the day, how long above it. */
export const Signs = ({
  marks,
  axis,
  top,
}: {
  readonly marks: readonly Mark[];
  readonly axis: Axis;
  readonly top: number;
}) => (
  <>
    {wordedOver(marks, axis).map(({ mark, x, anchor, worded }) => (
      <>
        <path class="ink" d={`M${x - 8} ${top + 12}h16l-8 14z`} />
        {worded ? (
          <text class="halo" x={x} y={top + 9} text-anchor={anchor}>
            {mark.words}
          </text>
        ) : null}
      </>
    ))}
  </>
);

interface MovesProps {
  readonly moves: readonly Mark[];
  /** The days of the signs that words of a move must not stand on. */
  readonly signs: readonly Mark[];
  readonly axis: Axis;
  /** From the top of the attendance to the foot of the moves’ lane. */
  readonly top: number;
  readonly bottom: number;
}

/** Moves of school: a dashed upright through the attendance, in words. */
export function Moves({ moves, signs, axis, top, bottom }: MovesProps) {
  const days = signs.filter(({ on }) => axis.holds(on)).map(({ on }) => axis.at(on));
  return (
    <>
      {wordedBeside(moves, axis, days).map(({ mark, x, anchor, worded }) => (
        <>
          <line class="move" x1={x} x2={x} y1={top} y2={bottom} />
          {worded ? (
            <text class="halo" x={anchor === 'start' ? x + 5 : x - 5} y={bottom - 3} text-anchor={anchor}>
              {mark.words}
            </text>
          ) : null}
        </>
      ))}
    </>
  );
}
