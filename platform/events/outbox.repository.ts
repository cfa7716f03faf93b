import type { DataSource } from 'typeorm';
import type { Domain } from '../vocabulary/domain.js';

/** What a domain has said, as its own login may tidy it up. */
export class OutboxRepository {
  constructor(
    private readonly source: DataSource,
    private readonly domain: Domain,
  ) {}

  /** Deletes events of more than 30 days ago, this many at most; answers how many. Where there is none nothing is written. */
  async forget(atMost: number): Promise<number> {
    const rows: { gone: string }[] = await this.source.query('select access.forget_events($1, $2) as gone', [
      this.domain,
      atMost,
    ]);
    return Number(rows[0]?.gone ?? 0);
  }
}
