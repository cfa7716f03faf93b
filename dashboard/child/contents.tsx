import type { ChildView } from './child.view.js';
import { refusedParts } from './not-told.js';

type Entry = readonly [id: string, title: string];

const contents = ({ called, voices, actions }: ChildView): readonly Entry[] => [
  ['around', `Around ${called}`],
  ['meeting', 'For this week’s meeting'],
  ...(voices.kind === 'refused' ? [] : [['words', 'Own words'] as const]),
  ['months', 'The last 12 months'],
  ...(actions.kind === 'refused' ? [] : [['actions', 'Actions'] as const]),
  ['education', 'Education'],
  ['health', 'Health'],
  ['social-care', 'Social care'],
  ['virtual-school', 'Virtual school'],
  ...(refusedParts({ voices, actions }).length === 0 ? [] : [['not-told', 'What you do not see'] as const]),
  ['access', 'What you can see'],
];

/** Where each part is: a long page is not scrolled through in a meeting. */
export const Contents = ({ view }: { readonly view: ChildView }) => (
  <nav class="app-contents" aria-label="On this page">
    <ul class="app-contents__list">
      {contents(view).map(([id, title]) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
