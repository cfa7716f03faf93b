import type { JSX } from 'hono/jsx/jsx-runtime';

/** The text of an element. Nothing of ours waits while it is drawn: what is asked is asked before. */
export function markupOf(element: JSX.Element): string {
  if (element instanceof Promise) throw new TypeError('A page waits for something while it is drawn.');
  return String(element);
}
