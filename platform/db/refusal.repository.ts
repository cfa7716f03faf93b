import type { DataSource } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import type { Domain } from '../vocabulary/domain.js';
import { databaseFailure } from './failure.js';

/** Fields that a person asked for and was refused by scope, before anything was asked of the domain. */
export interface RefusedFields {
  /** Schema coordinates, such as `Child.health`; never a value. At most 50. */
  readonly fields: readonly string[];
  /** Whether they were asked for in a mutation. */
  readonly write: boolean;
  /** For how many requests this stands. */
  readonly times: number;
}

/** Writes refusals into the domain's own audit, under its own login and the caller's voucher. */
export class RefusalRepository {
  constructor(
    private readonly source: DataSource,
    private readonly domain: Domain,
  ) {}

  /** False, and nothing is written, where the person has as many such rows within a minute as are kept. */
  async note(voucher: Voucher, { fields, write, times }: RefusedFields): Promise<boolean> {
    try {
      const rows: { written: boolean }[] = await this.source.query(
        'select access.note_refused($1, $2, $3, $4, $5, $6) written',
        [voucher.claims, voucher.tag, this.domain, fields, write ? 'WRITE' : 'READ', times],
      );
      return rows[0]?.written ?? false;
    } catch (error) {
      throw databaseFailure(error);
    }
  }
}
