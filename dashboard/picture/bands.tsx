import { scaleLinear } from 'd3-scale';

/** A band of waits: how many children wait so long; null where the number is not shown. */
export interface Band {
  readonly title: string;
  readonly children: number | null;
}

/** `from` leaves room for the longest band’s words, and `to` for the number after the longest bar. */
export const [width, row, from, to] = [290, 24, 98, 240];
const rounded = (value: number): number => Math.round(value * 10) / 10;

const said = ({ title, children }: Band): string => `${title}: ${children ?? 'not shown'}`;

/** What the bars say. */
const bandsText = (bands: readonly Band[]): string => `Children waiting, by weeks. ${bands.map(said).join(', ')}.`;

/** How many children wait how long: a bar for each band, none where a number is not shown. One drawing for every width. */
export function Bands({ bands }: { readonly bands: readonly Band[] }) {
  const most = Math.max(1, ...bands.map(({ children }) => children ?? 0));
  const scale = scaleLinear([0, most], [0, to - from]);
  const height = bands.length * row + 4;
  return (
    <svg
      class="app-picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="bands-title"
    >
      <title id="bands-title">{bandsText(bands)}</title>
      <rect width={width} height={height} fill="#ffffff" />
      {bands.map(({ title, children }, at) => {
        const wide = rounded(scale(children ?? 0));
        return (
          <>
            <text x={from - 6} y={at * row + 18} text-anchor="end">
              {title}
            </text>
            {children === null || children === 0 ? null : (
              <rect class="waiting" x={from} y={at * row + 5} width={wide} height={row - 8} />
            )}
            <text x={from + wide + 6} y={at * row + 18}>
              {children ?? 'Not shown'}
            </text>
          </>
        );
      })}
    </svg>
  );
}
