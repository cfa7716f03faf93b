import type { Answer } from './answer.js';

/** What came of a change: done, or one sentence that says why not. */
export type Told<T> =
  | { readonly done: true; readonly value: T }
  | {
      readonly done: false;
      readonly because: string;
      /** Whether the hub answered: what is sent next is another question then, and needs a key of its own. */
      readonly answered: boolean;
    };

const conflict = 'Somebody changed it first. Look at it again, then decide.';

const unanswered = 'It could not be saved just now. Nothing was changed; send it again.';

/** What came of a mutation whose answer is a value, or a fault with its sentence. */
export function toldOf<T>({ faults }: Answer<unknown>, value: T | null | undefined): Told<T> {
  if (value != null) return { done: true, value };
  const fault = faults[0];
  switch (fault?.code) {
    case 'INVALID_INPUT':
    case 'REFUSED':
    case 'NOT_FOUND':
      return { done: false, because: fault.message, answered: true };
    case 'CONFLICT':
      return { done: false, because: conflict, answered: true };
    case undefined:
    default:
      return { done: false, because: unanswered, answered: false };
  }
}
