import type { Answer } from './answer.js';

/** What came of a change: done, or one sentence that says why not. */
export type Told<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly because: string };

const conflict = 'Somebody changed it first. Look at it again, then decide.';

/** What came of a mutation whose answer is a value, or a fault with its sentence. */
export function toldOf<T>({ faults }: Answer<unknown>, value: T | null | undefined): Told<T> {
  if (value != null) return { done: true, value };
  const fault = faults[0];
  switch (fault?.code) {
    case 'INVALID_INPUT':
    case 'REFUSED':
    case 'NOT_FOUND':
      return { done: false, because: fault.message };
    case 'CONFLICT':
      return { done: false, because: conflict };
    case undefined:
    default:
      return { done: false, because: 'It could not be saved just now. Nothing was changed; send it again.' };
  }
}
