import type { JsonWebKey } from 'node:crypto';
import type { Asker, Page } from './callers.js';
import type { ProfileSummary } from './profile.js';

/** What runs in a process of its own. */
export type PartName =
  'hub' | 'gateway' | 'subgraphs' | 'apollo' | 'apollo-undici' | 'limit' | 'floor' | 'floor-audited';

/** How a part is started: its address, and the login of the server where it may know it. */
export interface PartArguments {
  readonly part: PartName;
  readonly port: number;
  /** Where the first subgraph listens; the others follow. */
  readonly subgraphPort: number;
}

/** Since the part was started. */
export interface PartCounts {
  readonly transactions: number;
  readonly statements: number;
  readonly subgraphCalls: number;
}

export type PartCommand = 'counts' | 'profile' | 'profiled' | 'stop';

export interface PartReply {
  readonly url?: string;
  readonly counts?: PartCounts;
  readonly profile?: ProfileSummary;
}

/** One question as one caller puts it. */
export interface Ask {
  readonly by: Asker;
  readonly variables: Readonly<Record<string, string>>;
  /** What the text of a right answer contains. */
  readonly contains: string;
}

/** One run of the load: a while unmeasured, then measured. */
export interface LoadOrder {
  readonly url: string;
  readonly query: string;
  readonly asks: readonly Ask[];
  readonly privateKey: JsonWebKey;
  readonly connections: number;
  readonly warmMs: number;
  readonly measuredMs: number;
  /** Where in the asks to begin. */
  readonly from: number;
}

/** An answer kept to be looked at afterwards. */
export interface KeptAnswer {
  /** Which of the asks it answers. */
  readonly ask: number;
  readonly data: unknown;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p90: number;
  /** Answers that were not 200, or not about what was asked for. */
  readonly wrong: number;
  readonly kept: readonly KeptAnswer[];
}

export type LoadReply = { readonly measuring: true } | { readonly result: LoadResult };

/** What the process that only opens stands on. */
export interface OpenStage {
  /** Whose code opens: the folder of a built commit. */
  readonly root: string;
  readonly keysDir: string;
  /** The login that co-located domains share. */
  readonly unitUrl: string;
  /** What the server's roles are called by. */
  readonly prefix: string;
}

/** Units to be opened one after the other, each for all children of the page. */
export interface OpenOrder {
  readonly page: Page;
  readonly times: number;
}

export interface OpenReply {
  /** Milliseconds each took. */
  readonly took: readonly number[];
  /** How many children each request was permitted for. */
  readonly permitted: readonly number[];
  /** Of who was permitted, with what outcome and why: equal where two commits decided alike. */
  readonly digest: string;
}
