import { personas } from '../../platform/auth/personas.js';
import { markupOf } from '../layout/markup.js';

/** Systems bring files; nobody signs in as one in a browser. */
const people = personas.filter(({ role }) => role !== 'integrator');

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
              {people.map(({ role, title }) => (
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
