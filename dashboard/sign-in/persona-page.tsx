import type { Child } from 'hono/jsx';
import { personas } from '../../platform/auth/personas.js';
import { ErrorSummary, TextInput } from '../component/form.js';
import { assets } from '../layout/asset.js';
import { here } from '../layout/layout.js';
import { markupOf } from '../layout/markup.js';

interface Shell {
  readonly title: string;
  readonly children?: Child;
}

/** A page of the development sign-in: it looks as the dashboard’s do, and says that it is none of them. */
function shell({ title, children }: Shell): string {
  const page = (
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={assets.address('govuk.css')} />
        <link rel="stylesheet" href={assets.address('app.css')} />
      </head>
      <body class="govuk-template__body">
        <header class="app-header">
          <div class="govuk-width-container">
            <span class="app-header__link">Sign-in for development</span>
          </div>
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper">{children}</main>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${markupOf(page)}`;
}

/** Where a development sign-in picks whom to be: one button each, and the school for those who work at one. */
export function personaPage(uid: string, fault: string): string {
  const faults = fault === '' ? [] : [{ field: 'school', words: fault }];
  return shell({
    title: fault === '' ? 'Choose a persona' : 'Error: choose a persona',
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Choose a persona</h1>
        <p class="govuk-body">For development: the people and children of this area are invented.</p>
        <form method="post" action={`/sign-in/${uid}`}>
          <TextInput
            name="school"
            label="School, where the persona works at or for one"
            hint="Its URN; 900001 unless given"
            faults={faults}
            value=""
          />
          <ul class="govuk-list app-links">
            {personas.map(({ role, title }) => (
              <li>
                <button class="govuk-button govuk-button--secondary app-small" name="persona" value={role}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </form>
      </>
    ),
  });
}

/** Where a persona proves anew who they are: nobody else can be picked. */
export function samePersonaPage(uid: string, account: string): string {
  const [persona = '', school = ''] = account.split('|');
  const title = personas.find(({ role }) => role === persona)?.title ?? persona;
  return shell({
    title: 'Confirm that it is you',
    children: (
      <>
        <h1 class="govuk-heading-l">Confirm that it is you</h1>
        <p class="govuk-body">
          For development: your organisation’s own sign-in would ask for a password or a key here.
        </p>
        <form method="post" action={`/sign-in/${uid}`}>
          <input type="hidden" name="school" value={school} />
          <button class="govuk-button" name="persona" value={persona}>
            {title}
          </button>
        </form>
      </>
    ),
  });
}

/** Where somebody is asked once more whether they want to sign out; `form` is the library’s own. */
export const signOutPage = (form: string): string =>
  shell({
    title: 'Sign out',
    children: (
      <>
        <h1 class="govuk-heading-l">Sign out</h1>
        <p class="govuk-body">For development: from then on another persona can be picked.</p>
        {here}
        <button class="govuk-button" form="op.logoutForm" name="logout" value="yes">
          Sign out
        </button>
      </>
    ),
  }).replace(here, () => form);

/** What is said of a sign-in that has ended or never began. */
export const overPage = (): string =>
  shell({
    title: 'Sign in',
    children: (
      <>
        <h1 class="govuk-heading-l">This sign-in is over</h1>
        <p class="govuk-body">Open the dashboard again.</p>
      </>
    ),
  });
