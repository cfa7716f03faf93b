import { InvalidInput } from '../platform/errors/hub-error.js';

/** A question beyond a limit: says which, and how much is answered. */
export function tooLarge(most: number, word: string): InvalidInput {
  return new InvalidInput(`The question is too large: at most ${String(most)} ${word} are answered.`);
}
