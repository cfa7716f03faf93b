import type { JsonWebKey } from 'node:crypto';
import type { Pair } from './callers.js';
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

/** One run of the load: a while unmeasured, then measured. */
export interface LoadOrder {
  readonly url: string;
  readonly query: string;
  readonly pairs: readonly Pair[];
  readonly privateKey: JsonWebKey;
  readonly connections: number;
  readonly warmMs: number;
  readonly measuredMs: number;
  /** Where in the pairs to begin. */
  readonly from: number;
}

/** An answer kept to be looked at afterwards. */
export interface KeptAnswer {
  readonly pair: number;
  readonly data: unknown;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p90: number;
  /** Answers that were not 200, or not about the child that was asked for. */
  readonly wrong: number;
  readonly kept: readonly KeptAnswer[];
}

export type LoadReply = { readonly measuring: true } | { readonly result: LoadResult };
