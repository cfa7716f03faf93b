import { personas } from '../../platform/auth/personas.js';
import { markupOf } from '../layout/markup.js';

/** Where a development sign-in picks whom to be: one button each, and the school for those who work at one. */
export function personaPage(uid: string, fault: string): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fault === '' ? 'Choose a persona' : 'Error: choose a persona'}</title>
      </head>
      <body>
        <main>
          <h1>Choose a persona</h1>
          <p>For development: the people and children of this area are invented.</p>
          {fault === '' ? null : <p role="alert">{fault}</p>}
          <form method="post" action={`/sign-in/${uid}`}>
            <p>
              <label for="school">School, where the persona works at or for one (its URN; 900001 unless given)</label>{' '}
              <input id="school" name="school" inputmode="numeric" autocomplete="off" />
            </p>
            <ul>
              {personas.map(({ role, title }) => (
                <li>
                  <button name="persona" value={role}>
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${markupOf(page)}`;
}

/** Where a persona proves anew who they are: nobody else can be picked. */
export function samePersonaPage(uid: string, account: string): string {
  const [persona = '', school = ''] = account.split('|');
  const title = personas.find(({ role }) => role === persona)?.title ?? persona;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Confirm that it is you</title>
      </head>
      <body>
        <main>
          <h1>Confirm that it is you</h1>
          <p>For development: your organisation’s own sign-in would ask for a password or a key here.</p>
          <form method="post" action={`/sign-in/${uid}`}>
            <input type="hidden" name="school" value={school} />
            <button name="persona" value={persona}>
              {title}
            </button>
          </form>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${markupOf(page)}`;
}
