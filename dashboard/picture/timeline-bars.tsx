import { fillOf } from './pattern.js';
import { anchorAt, type Axis, type Bar, rounded, textWidth, touching, type WaitBar } from './timeline-axis.js';

interface Placed {
  readonly x: number;
  readonly width: number;
  /** Whether it began before the axis does. */
  readonly earlier: boolean;
}

/** Where something that held over days is drawn: up to today where it holds still. */
function placed({ from, until }: { readonly from: string; readonly until: string | null }, axis: Axis): Placed {
  const x = axis.at(from);
  const end = until === null || until > axis.today ? axis.today : until;
  return { x, width: Math.max(1, rounded(axis.at(end) - x)), earlier: from < axis.from };
}

const Earlier = ({ x, middle, dark }: { readonly x: number; readonly middle: number; readonly dark: boolean }) => (
  <path class={dark ? 'paper' : 'ink'} d={`M${x + 2} ${middle}l6 -5v10z`} />
);

function OneBar({ bar, axis, top }: { readonly bar: Bar; readonly axis: Axis; readonly top: number }) {
  const { x, width, earlier } = placed(bar, axis);
  const inset = 6 + (earlier ? 8 : 0);
  const dark = bar.shade !== 'care-pale' && bar.shade !== 'sen-pale';
  return (
    <>
      <rect class={`bar ${bar.shade}`} x={x} y={top} width={width} height={26} />
      {earlier && width > 10 ? <Earlier x={x} middle={top + 13} dark={dark} /> : null}
      {textWidth(bar.words) + 4 + inset <= width ? (
        <text class={dark ? 'on-dark' : undefined} x={rounded(x + inset)} y={top + 18}>
          {bar.words}
        </text>
      ) : null}
    </>
  );
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly due: readonly string[];
  readonly axis: Axis;
  readonly top: number;
}

/** What held one after another, each named inside where its name fits, and what is due. */
export const BarRow = ({ bars, due, axis, top }: BarsProps) => (
  <>
    {touching(bars, axis).map((bar) => (
      <OneBar bar={bar} axis={axis} top={top} />
    ))}
    {due.filter(axis.holds).map((day) => (
      <>
        <line class="around-due" x1={axis.at(day)} x2={axis.at(day)} y1={top - 4} y2={top + 30} />
        <line class="due" x1={axis.at(day)} x2={axis.at(day)} y1={top - 4} y2={top + 30} />
      </>
    ))}
  </>
);

/** Where a wait’s bar is within its lane, the standard’s words above. */
const [barTop, barTall] = [16, 14];

interface WaitProps {
  readonly wait: WaitBar;
  readonly axis: Axis;
  /** Which drawing: its patterns’ names begin with it. */
  readonly kind: string;
  readonly top: number;
  /** From where on there is room for the standard’s words: the lane’s name may stand before. */
  readonly free: number;
}

interface StandardProps extends Pick<WaitProps, 'axis' | 'free' | 'top'> {
  readonly words: string;
  readonly x: number;
}

const Standard = ({ words, x, axis, top, free }: StandardProps) => (
  <>
    <line class="due" x1={x} x2={x} y1={top + 12} y2={top + 34} />
    {x - textWidth(words) / 2 >= free ? (
      <text x={x} y={top + 10} text-anchor={anchorAt(x, axis)}>
        {words}
      </text>
    ) : null}
  </>
);

/** One wait: up to its standard, past it, and how it ended. */
export function WaitRow({ wait, axis, kind, top, free }: WaitProps) {
  const { x, width, earlier } = placed(wait, axis);
  const y = top + barTop;
  const end = x + width;
  const { standard } = wait;
  const limit = standard === null ? end : Math.min(end, Math.max(x, axis.at(standard.on)));
  const [within, past] = [rounded(limit - x), rounded(end - limit)];
  const waits = wait.until === null || wait.until > axis.today;
  return (
    <>
      {within > 0 ? <rect class="waiting" x={x} y={y} width={within} height={barTall} /> : null}
      {past > 0 ? (
        <rect class="past" x={limit} y={y} width={past} height={barTall} fill={fillOf(kind, 'past')} />
      ) : null}
      {earlier && width > 10 ? <Earlier x={x} middle={y + 7} dark={false} /> : null}
      {standard !== null && axis.holds(standard.on) ? (
        <Standard words={standard.words} x={axis.at(standard.on)} axis={axis} top={top} free={free} />
      ) : null}
      {waits ? <path class="ink" d={`M${end - 2} ${y - 1}l8 8l-8 8z`} /> : null}
      {!waits && wait.seen ? <circle class="ink" cx={end} cy={y + 7} r="6" /> : null}
    </>
  );
}
