import type { Answer } from './gateway/answer.js';
import type { Ask } from './gateway/ask.js';
import { faultAt } from './gateway/shown.js';
import type { Frame } from './layout/layout.js';
import type { Session } from './sign-in/session-store.js';

/** What a request of somebody who is signed in has at hand. */
export interface Desk {
  readonly session: Session;
  readonly ask: Ask;
  /** Asks for what is kept as a file: it is written down as that. */
  readonly askForFile: Ask;
  readonly frame: Frame;
  /** Today, ISO date: the day the hub stands at. */
  readonly today: string;
  /** Whether they have lately proved anew who they are: for what is hard to undo. */
  readonly proven: boolean;
  /** The fields of the form that was sent; empty where none was. */
  readonly form: Readonly<Record<string, string>>;
}

/** The variables of a request. */
export interface Env {
  Variables: { desk: Desk };
}

/** Whether an answer refuses the whole question to this role. */
export const isRefused = ({ data, faults }: Answer<unknown>): boolean =>
  data === null && faults.some(({ code }) => code === 'REFUSED');

/** Whether a question’s one field is refused to this role, whatever else came back. */
export const isRefusedAt = ({ faults }: Answer<unknown>, field: string): boolean =>
  faultAt(faults, [field])?.code === 'REFUSED';

/** Whether an answer says that what was asked for cannot be: an address with the cursor of another list, or a cursor of none. */
export const isMistaken = ({ data, faults }: Answer<unknown>): boolean =>
  faults.some(
    ({ code, path }) => (code === 'INVALID_INPUT' || code === 'NOT_FOUND') && (data === null || path.length <= 1),
  );
