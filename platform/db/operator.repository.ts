import type { Client } from 'pg';
import type { Domain } from '../vocabulary/domain.js';
import { schemaOf } from './names.js';

/** What stands in a domain that a data manager should know of, counted by rule; about no child. */
export interface QualityCount {
  /** Whose facts, by the word of `hub ingest`. */
  readonly source: string;
  readonly rule: string;
  /** What the rule means, in a sentence. */
  readonly message: string;
  readonly count: number;
}

/** Whether a domain's history, its audit and its events agree, counted in steps. */
export interface Reconciled {
  /** Of those whose transaction is known. */
  readonly steps: number;
  /** Whose transaction has no audit row by which it might have written them. */
  readonly unaudited: number;
  /** Whose transaction told nobody. */
  readonly unsaid: number;
}

/** What the operator's login may ask of a domain: functions that answer digests and counts, each asking written down. */
export class OperatorRepository {
  constructor(
    private readonly client: Client,
    private readonly domain: Domain,
  ) {}

  /** One digest of the domain's meaning-bearing rows. */
  async digest(): Promise<string> {
    const { rows } = await this.client.query<{ digest: string }>(`select "${schemaOf(this.domain)}".digest() digest`);
    return rows[0]?.digest ?? '';
  }

  /** As things stand now, whatever was said when files came in. None where the domain has no such rule. */
  async quality(): Promise<QualityCount[]> {
    const { rows } = await this.client.query<QualityCount>(
      `select source, rule, message, count::float8 from "${schemaOf(this.domain)}".quality()`,
    );
    return rows;
  }

  /** Whether history, audit and events agree; null where the domain keeps no history of steps. */
  async reconcile(): Promise<Reconciled | null> {
    const { rows } = await this.client.query<Reconciled>(
      `select steps::float8, unaudited::float8, unsaid::float8 from "${schemaOf(this.domain)}".reconcile()`,
    );
    return rows[0] ?? null;
  }

  /** How many children the domain has worked anything out of, and the rows of it; 0 where it works out nothing. */
  async kept(): Promise<{ readonly children: number; readonly rows: number }> {
    const { rows } = await this.client.query<{ children: number; rows: number }>(
      `select children::float8, "rows"::float8 from "${schemaOf(this.domain)}".kept()`,
    );
    return rows[0] ?? { children: 0, rows: 0 };
  }
}
