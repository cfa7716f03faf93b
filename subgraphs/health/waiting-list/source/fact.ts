import type { FileSaid } from '../file-said.js';

/** One entry of a provider's waiting list. */
export interface WaitingListFact extends FileSaid {
  readonly kind: 'waiting-list-entry';
  readonly providerOds: string;
  readonly providerName: string | null;
  /** The provider's own, unique within it. */
  readonly entryRef: string;
  readonly reason: string | null;
}
