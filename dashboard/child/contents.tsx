const contents = (called: string): readonly (readonly [id: string, title: string])[] => [
  ['around', `Around ${called}`],
  ['meeting', 'For this week’s meeting'],
  ['words', 'Own words'],
  ['months', 'The last 12 months'],
  ['actions', 'Actions'],
  ['education', 'Education'],
  ['health', 'Health'],
  ['social-care', 'Social care'],
  ['virtual-school', 'Virtual school'],
  ['access', 'What you can see'],
];

/** Where each part is: a long page is not scrolled through in a meeting. */
export const Contents = ({ called }: { readonly called: string }) => (
  <nav class="app-contents" aria-label="On this page">
    <ul class="app-contents__list">
      {contents(called).map(([id, title]) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
