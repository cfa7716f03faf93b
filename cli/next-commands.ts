import type { Environment } from '../platform/config/environment.js';

/** Whose token the ready question is asked with. */
export const examplePersona = 'senco';

const quoted = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * What to type next, to be copied as it stands: each command carries the variables this hub was started with, for a
 * command without them would speak to another hub, or to none.
 */
export function nextCommands({ given }: Pick<Environment, 'given'>, url: string): string[] {
  const variables = Object.entries(given).map(([name, value]) => `${name}=${quoted(value)} `);
  const hub = `${variables.join('')}npx hub`;
  return [
    'Ask about one child, across all five domains:',
    '',
    `  TOKEN=$(${hub} token ${examplePersona})`,
    `  ${hub} example --json | curl -s ${quoted(url)} -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d @-`,
    '',
    `The same as a SENCO of another school: ${hub} token ${examplePersona} --school 900002`,
  ];
}
