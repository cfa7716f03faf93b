import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Rejection } from './record.js';

/** What a domain could not take, and when its sources last arrived. No value of a record is kept here. */
export class RejectRepository {
  constructor(
    private readonly source: DataSource,
    private readonly schema: string,
  ) {}

  async keep(source: string, rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    const rows = rejections.map(({ file, line, rule, reason }) => ({
      source,
      file: path.basename(file),
      line,
      rule,
      reason,
    }));
    await this.source.query(
      `insert into "${this.schema}".reject (source, file, line, rule, reason)
       select source, file, line, rule, reason from jsonb_to_recordset($1) x(source text, file text, line int, rule text, reason text)
       on conflict (source, file, line, rule) do nothing`,
      [JSON.stringify(rows)],
    );
  }

  async received(source: string, expectedEvery: string | null): Promise<void> {
    await this.source.query(
      `insert into "${this.schema}".source_receipt values ($1, now(), $2::interval)
       on conflict (source) do update set last_received = excluded.last_received, expected_every = excluded.expected_every`,
      [source, expectedEvery],
    );
  }
}
