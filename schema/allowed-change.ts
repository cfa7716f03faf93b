import { z } from 'zod';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** A breaking change that was decided on: the line that `hub schema --check` says of it, and why it was made. */
export interface AllowedChange {
  readonly change: string;
  readonly reason: string;
}

const file = z.array(z.strictObject({ change: z.string().min(1), reason: z.string().trim().min(10) }));

/**
 * The changes that are allowed, as their file has them.
 * @throws InvalidInput where one has no reason of at least ten letters, or the file has another form.
 */
export function allowedChanges(text: string): readonly AllowedChange[] {
  const { data, error } = file.safeParse(JSON.parse(text));
  if (error)
    throw new InvalidInput('Each allowed change needs `change`, a line of the check, and `reason`, a sentence.');
  return data;
}

/**
 * What stands in the way of a change: breaking lines that nobody allowed, and allowances for what no longer breaks
 * anything (a list that only grows would one day allow something nobody meant).
 */
export function refusedChanges(breaking: readonly string[], allowed: readonly AllowedChange[]): string[] {
  const named = new Set(allowed.map(({ change }) => change));
  return [
    ...breaking.filter((change) => !named.has(change)),
    ...[...named].filter((change) => !breaking.includes(change)).map((change) => `Allowed, but not so: ${change}`),
  ];
}
