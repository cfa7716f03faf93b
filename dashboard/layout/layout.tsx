import type { Child } from 'hono/jsx';
import { BackLink } from '../component/back-link.js';
import { Banner } from '../component/banner.js';
import { words } from '../words/codes.js';
import { roleWords } from '../words/roles.js';
import { assets } from './asset.js';
import { entryOf, type MenuViewer, menuOf } from './role-menu.js';
import { markupOf } from './markup.js';

export interface Viewer extends MenuViewer {
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string | null; readonly kind: string | null };
  readonly purposes: readonly string[];
}

/** A link: where to, and what it is called. */
export interface Way {
  readonly address: string;
  readonly words: string;
}

/** What every page says about who looks at it. */
export interface Frame {
  readonly viewer: Viewer;
  readonly purpose: string;
  /** The roles they may take, where the provider tells them. */
  readonly roles?: readonly string[] | undefined;
  /** What forms carry. */
  readonly token: string;
  readonly banner: string | undefined;
  /** The path looked at. */
  readonly path: string;
}

interface LayoutProps {
  readonly title: string;
  readonly frame: Frame | null;
  /** The page this one is a step from, where the menu does not lead back to it. */
  readonly back?: Way | undefined;
  readonly children?: Child;
}

/** Who looks, and as what: what they see depends on the role and the organisation, so everybody is told both of theirs. */
const Who = ({ frame: { viewer, roles = [] } }: { readonly frame: Frame }) => (
  <p class="govuk-body-s app-who__name">
    <span class="app-who__line">{viewer.name}</span>
    <span class="app-who__line">
      You look as: {roleWords(viewer.role)}, {viewer.organisation.name ?? viewer.organisation.id}
    </span>
    {roles.length > 1 ? (
      <a class="govuk-link govuk-link--inverse" href="/role">
        Change role
      </a>
    ) : null}
  </p>
);

const Header = ({ frame }: { readonly frame: Frame }) => (
  <div class="app-who">
    <div class="govuk-width-container app-who__row">
      <Who frame={frame} />
      {frame.viewer.purposes.length > 1 ? (
        <form method="post" action="/purpose" class="app-who__form">
          <input type="hidden" name="token" value={frame.token} />
          <label class="govuk-label govuk-body-s" for="purpose">
            You look for
          </label>
          <select class="govuk-select" id="purpose" name="purpose">
            {frame.viewer.purposes.map((purpose) => (
              <option value={purpose} selected={purpose === frame.purpose}>
                {words(purpose)}
              </option>
            ))}
          </select>
          <button class="govuk-button govuk-button--secondary app-small">Change</button>
        </form>
      ) : (
        <p class="govuk-body-s app-who__name">You look for: {words(frame.purpose)}</p>
      )}
      <form method="post" action="/sign-out" class="app-who__form">
        <input type="hidden" name="token" value={frame.token} />
        <button class="govuk-button govuk-button--secondary app-small">Sign out</button>
      </form>
    </div>
  </div>
);

function Menu({ frame }: { readonly frame: Frame }) {
  const entries = menuOf(frame.viewer);
  const here = entryOf(entries, frame.path);
  return (
    <nav class="app-menu" aria-label="Menu">
      <ul class="govuk-width-container app-menu__list">
        {entries.map((entry) => (
          <li>
            <a class="govuk-link" href={entry.address} aria-current={entry === here ? 'page' : undefined}>
              {entry.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Stands where something is still to come, for who sends a page in two. */
export const here = '\uE000';

/** A page with that in it, in two: what comes before it and after. Nothing that somebody wrote may come after it. */
export function inTwo(page: string): readonly [before: string, after: string] {
  const at = page.lastIndexOf(here);
  return [page.slice(0, at), page.slice(at + here.length)];
}

/** A whole page. */
export function layout({ title, frame, back, children }: LayoutProps): string {
  const page = (
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} - SEND hub</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.address('govuk.css')} />
        <link rel="stylesheet" href={assets.address('app.css')} />
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          Skip to main content
        </a>
        <header class="app-header">
          <div class="govuk-width-container">
            <a class="app-header__link" href="/">
              SEND hub
            </a>
          </div>
        </header>
        {frame ? <Header frame={frame} /> : null}
        {frame ? <Menu frame={frame} /> : null}
        <div class="govuk-width-container">
          {back === undefined ? null : <BackLink address={back.address} words={back.words} />}
          <main class="govuk-main-wrapper" id="main">
            {frame?.banner === undefined ? null : <Banner words={frame.banner} />}
            {children}
          </main>
        </div>
        <footer class="govuk-footer app-footer">
          <div class="govuk-width-container">
            <p class="govuk-body-s">What you look at here is recorded, with why you may see it.</p>
          </div>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${markupOf(page)}`;
}
