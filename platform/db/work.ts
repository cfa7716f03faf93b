import type { AccessRequest, Subjects } from '../access/permit.js';
import { Refused } from '../errors/hub-error.js';
import { type Opened, openedFor } from './opened.js';
import type { OpenedRequest } from './opened-request.js';
import type { Read } from './read.js';

/** One thing that is asked of a unit of work, and who waits for its answer. */
export interface Work {
  readonly request: AccessRequest & { readonly subjects: Subjects };
  readonly refused: boolean;
  readonly read: Read | null;
  readonly resolve: (opened: Opened<never>) => void;
  readonly reject: (error: unknown) => void;
}

/** What is said where role and purpose do not allow it. */
export const refusedFor = ({ about }: AccessRequest): Refused =>
  new Refused('Your role and purpose do not allow this.', { domain: about });

/** Hands out what was opened and read, once the unit is committed. */
export function answer(item: Work, opened: OpenedRequest | undefined, rows: unknown[] | undefined): void {
  if (item.refused) {
    item.reject(refusedFor(item.request));
    return;
  }
  try {
    const parsed = item.read?.parse ? rows?.map(item.read.parse) : rows;
    item.resolve(openedFor(item.request.subjects, opened, (parsed ?? []) as never[]));
  } catch (error) {
    item.reject(error);
  }
}
