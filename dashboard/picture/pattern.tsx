import type { Child } from 'hono/jsx';

/** Patterns of a drawing, by which shades differ besides their colour. Their names begin with the drawing’s. */
export const Patterns = ({ of }: { readonly of: string }) => (
  <defs>
    <pattern id={`${of}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="#ffffff" />
      <rect class="hatch" width="1.6" height="5" />
    </pattern>
    <pattern id={`${of}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect class="dots" width="6" height="6" />
      <circle class="dot" cx="3" cy="3" r="1" />
    </pattern>
    <pattern id={`${of}-counter`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="6" height="6" fill="#ffffff" />
      <rect class="counter" width="3" height="6" />
    </pattern>
  </defs>
);

/** The shades that are drawn as a pattern, and which. */
const patterned: Readonly<Record<string, string>> = { authorised: 'hatch', unauthorised: 'dots', past: 'counter' };

/** What fills a shade in a drawing, where its class does not. */
export const fillOf = (drawing: string, shade: string): string | undefined =>
  patterned[shade] === undefined ? undefined : `url(#${drawing}-${patterned[shade]})`;

const Swatch = ({ shade }: { readonly shade: string }) => (
  <rect class={shade} x="0.5" y="0.5" width="19" height="13" fill={fillOf('key', shade)} />
);

const keys: readonly (readonly [words: string, drawn: Child])[] = [
  ['attended', <Swatch shade="attended" />],
  ['absent, authorised', <Swatch shade="authorised" />],
  ['absent, not authorised', <Swatch shade="unauthorised" />],
  ['waiting', <Swatch shade="waiting" />],
  ['waiting past the standard', <Swatch shade="past" />],
  ['school closed, or no session', <Swatch shade="closed" />],
  ['not received, or could not be asked: we do not know', <Swatch shade="not-received" />],
  ['due date', <rect class="ink" x="9" width="2.5" height="14" />],
  ['seen', <circle class="ink" cx="10" cy="7" r="6" />],
  ['still waiting', <path class="ink" d="M6 0l8 7l-8 7z" />],
  ['suspended, with the school days', <path class="ink" d="M2 0h16l-8 14z" />],
];

/** What each shade and sign of the timeline means. */
export const TimelineKey = () => (
  <ul class="app-key">
    {keys.map(([words, drawn], at) => (
      <li>
        <svg class="app-picture app-key__sign" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
          {at === 0 ? <Patterns of="key" /> : null}
          <rect width="20" height="14" fill="#ffffff" />
          {drawn}
        </svg>
        {words}
      </li>
    ))}
  </ul>
);
