import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import type { Golden } from './golden.js';
import type { HeldRecord } from './held-record.js';
import type { Decision, Resolver } from './resolve.js';

/** What was decided of one record by rule. */
export interface Decided {
  /** The record's own id. */
  readonly childId: string;
  readonly source: string;
  readonly sourceKey: string;
}
export type Linked = Decided &
  Omit<Extract<Decision, { kind: 'LINK' }>, 'childId'> & {
    /** The child it is of, by the id that was shown then. */
    readonly into: string;
  };
export type Doubtful = Decided & Extract<Decision, { kind: 'REVIEW' }>;

/** An id that nothing is held of any more. */
export interface Forgotten {
  readonly childId: string;
  /** The child it was taken out of, by the id that one is shown by from now on; null where it stood alone. */
  readonly outOf: string | null;
}

/** What a batch of records comes to: whose each is, and what has to be written for it. */
export interface Resolution {
  /** Each record's own id, in the order given; null for one that comes back after its source asked for it to be deleted, and for one that is not clear. */
  readonly childIds: readonly (string | null)[];
  /** What is shown of children, where it is new or other than before: once for each of a child's ids. */
  readonly children: readonly (Golden & { readonly childId: string })[];
  readonly versions: readonly HeldRecord[];
  /** What a record said before it said something else. */
  readonly former: readonly HeldRecord[];
  /** Records that are told from another under the same number from now on, by the name they had until now. */
  readonly renamed: readonly { readonly source: string; readonly from: string; readonly to: string }[];
  /** Records that say too little to tell which of two people under one number they are of: nothing is written of them. */
  readonly unclear: ReadonlySet<PersonEvidence>;
  readonly links: readonly Linked[];
  /** Ids that are shown by another from now on, or by themselves again. */
  readonly aliases: readonly { readonly held: string; readonly shown: string | null }[];
  readonly reviews: readonly Doubtful[];
  /** Ids that were weighed again: what waited for a person before is decided anew. */
  readonly weighed: readonly string[];
  /** Records, by the key their source gives, that something was held of until now and that it asks to be deleted. */
  readonly emptied: ReadonlySet<string>;
  readonly forgotten: readonly Forgotten[];
  /** Children whom a source that shows residence names for the first time, and the day they have lived here from. */
  readonly residents: readonly { readonly childId: string; readonly from: string }[];
}

/** What a batch is resolved with. */
export interface ResolveWith {
  readonly resolver: Resolver;
  /** What the records' sources declare. */
  readonly sources: RecordSources;
  /** A new record's id. */
  readonly mint: () => string;
  /** Today, ISO date. */
  readonly today: string;
  /** Now, ISO instant. */
  readonly now: string;
  /** Told of what a record said before, if anything, and says now, if anything. */
  readonly onNames?: (before: HeldRecord | null, after: HeldRecord | null) => void;
}
