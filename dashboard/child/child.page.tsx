import type { Child } from 'hono/jsx';
import { type Frame, here, inTwo, layout } from '../layout/layout.js';
import { assets } from '../layout/asset.js';
import { markupOf } from '../layout/markup.js';
import type { Rest } from './ask-child.js';
import {
  Access,
  Agreed,
  Around,
  Attention,
  EducationPart,
  HealthPart,
  SocialCarePart,
  VirtualSchoolPart,
  Voices,
} from './child-sections.js';
import type { ChildView } from './child.view.js';
import { Contents } from './contents.js';
import { NotTold } from './not-told.js';
import { TwelveMonths } from './twelve-months.js';

/** A piece of the page, and what it is drawn of besides the head. */
interface Piece {
  readonly name: string;
  readonly of: readonly (keyof Rest)[];
  /** What stands in its place until it comes: its title, and who is being asked. */
  readonly until?: readonly [title: string, asking: string];
  readonly draw: (view: ChildView, frame: Frame) => Child;
}

const both = ['school', 'care'] as const;

/**
 * The pieces in their order: who is around the child first, then what needs attention, then each domain as it stands, and last what
 * is not shown.
 */
const pieces: readonly Piece[] = [
  {
    ...{ name: 'caption', of: ['school'] },
    draw: ({ caption }) => (caption === null ? null : <span class="govuk-caption-xl">{caption}</span>),
  },
  { name: 'name', of: [], draw: ({ name }) => <h1 class="govuk-heading-xl">{name}</h1> },
  {
    ...{ name: 'lead', of: [] },
    draw: ({ lead, leader }) => (
      <p class="govuk-body-l">
        {lead} {leader === null ? null : <strong>{leader}</strong>}
      </p>
    ),
  },
  { name: 'contents', of: [], draw: (view) => <Contents view={view} /> },
  { name: 'around', of: [], draw: (view, { viewer }) => <Around view={view} role={viewer.role} /> },
  { name: 'meeting', of: [], draw: (view, { viewer }) => <Attention view={view} role={viewer.role} /> },
  { name: 'words', of: [], draw: (view, { viewer }) => <Voices view={view} role={viewer.role} /> },
  {
    ...{ name: 'months', of: both, until: ['The last 12 months', 'education, health and social care'] },
    draw: (view, { viewer }) => <TwelveMonths view={view} role={viewer.role} />,
  },
  { name: 'actions', of: [], draw: (view, frame) => <Agreed view={view} frame={frame} /> },
  {
    ...{ name: 'education', of: ['school'], until: ['Education', 'education'] },
    draw: (view, { viewer }) => <EducationPart view={view} role={viewer.role} />,
  },
  {
    ...{ name: 'health', of: ['care'], until: ['Health', 'health'] },
    draw: (view, { viewer }) => <HealthPart view={view} role={viewer.role} />,
  },
  {
    ...{ name: 'social-care', of: ['care'], until: ['Social care', 'social care'] },
    draw: (view, { viewer }) => <SocialCarePart view={view} role={viewer.role} />,
  },
  {
    ...{ name: 'virtual-school', of: ['school'], until: ['Virtual school', 'the virtual school'] },
    draw: (view, { viewer }) => <VirtualSchoolPart view={view} role={viewer.role} />,
  },
  { name: 'not-told', of: [], draw: (view, { viewer }) => <NotTold view={view} role={viewer.role} /> },
  { name: 'access', of: [], draw: (view, { viewer }) => <Access view={view} role={viewer.role} /> },
];

/** One child’s page, all of it. */
export const childPage = (view: ChildView, frame: Frame): string =>
  layout({ title: view.name, frame, children: <>{pieces.map(({ draw }) => draw(view, frame))}</> });

/** What support there is takes both answers: while the page waits it stands under the lead, once it is known. */
const support: Piece = {
  ...{ name: 'support', of: both },
  draw: (view) => (view.support === '' ? null : <p class="govuk-body-l">{view.support}</p>),
};

const lateOrder = pieces.flatMap((piece) => (piece.name === 'lead' ? [piece, support] : [piece]));

/** Where each piece will stand, and what stands there until it comes. Within a shadow the page’s styles do not reach. */
const Places = () => (
  <template shadowrootmode="open">
    <link rel="stylesheet" href={assets.address('govuk.css')} />
    <link rel="stylesheet" href={assets.address('app.css')} />
    {lateOrder.map(({ name, until }) => (
      <slot name={name}>
        {until ? (
          <>
            <h2 class="govuk-heading-m">{until[0]}</h2>
            <p class="govuk-body">Asking {until[1]}…</p>
          </>
        ) : null}
      </slot>
    ))}
  </template>
);

const Placed = ({ pieces: drawn, view, frame }: { pieces: readonly Piece[]; view: ChildView; frame: Frame }) => (
  <>
    {drawn.map(({ name, draw }) => (
      <div slot={name}>{draw(view, frame)}</div>
    ))}
  </>
);

/** A page that begins before all is answered: what comes before and after what is still to come. */
export function begunPage(view: ChildView, frame: Frame): readonly [before: string, after: string] {
  const page = layout({
    ...{ title: view.name, frame },
    children: (
      <div>
        <Places />
        <Placed pieces={lateOrder.filter((piece) => piece.of.length === 0)} view={view} frame={frame} />
        {here}
      </div>
    ),
  });
  return inTwo(page);
}

/** The pieces that an answer completes, of those answered by now. */
export const piecesOf = (answered: keyof Rest, all: Rest, view: ChildView, frame: Frame): string =>
  markupOf(
    <Placed
      pieces={lateOrder.filter(({ of }) => of.includes(answered) && of.every((each) => all[each] !== undefined))}
      view={view}
      frame={frame}
    />,
  );
