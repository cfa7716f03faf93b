import path from 'node:path';
import type { DataSource } from 'typeorm';
import { asSystem } from '../db/as-system.js';
import { emitOfNobody } from '../db/consequences.js';
import { schemaOf } from '../db/names.js';
import type { Query } from '../db/query.js';
import type { Voucher } from '../auth/minter.js';
import { sourceReceived } from '../quality/source-quality.js';
import type { Domain } from '../vocabulary/domain.js';
import type { FaultLedger } from './fault-ledger.js';
import type { Fault } from './record.js';

/** How many faults are written at once. */
const AT_ONCE = 5_000;

/** The files of a source that came last: their names, how many records are in them, and how many were not taken. */
export interface Delivery {
  readonly files: readonly string[];
  readonly received: number;
  readonly rejected: number;
}

/**
 * What a domain could not take, and when its sources last arrived. No value of a record is kept here. The ingest system
 * alone can write it.
 */
export class RejectRepository {
  private readonly schema: string;

  constructor(
    private readonly source: DataSource,
    private readonly domain: Domain,
  ) {
    this.schema = schemaOf(domain);
  }

  /**
   * Keeps what was not taken of these files, in place of what was said of files of the same names before: a row that was
   * put right is named no longer. In one transaction, with how much was in them, and that there is news of the source.
   */
  async replace(voucher: Voucher, source: string, { files, ...counts }: Delivery, faults: FaultLedger): Promise<void> {
    const names = [...new Set(files.map((file) => path.basename(file)))];
    await asSystem(this.source, voucher, async (query) => {
      await query(`delete from "${this.schema}".reject where source = $1 and file = any ($2)`, [source, names]);
      let some: Fault[] = [];
      for (const fault of faults.inOrder()) {
        some.push(fault);
        if (some.length < AT_ONCE) continue;
        await this.add(query, source, some);
        some = [];
      }
      await this.add(query, source, some);
      await query(
        `insert into "${this.schema}".source_delivery values ($1, now(), $2, $3, $4) on conflict (source) do update
           set (delivered_at, files, received, rejected) = (excluded.delivered_at, excluded.files, excluded.received, excluded.rejected)`,
        [source, names, counts.received, counts.rejected],
      );
      await emitOfNobody(query, this.domain, sourceReceived);
    });
  }

  async received(voucher: Voucher, source: string, expectedEvery: string | null): Promise<void> {
    await asSystem(this.source, voucher, async (query) => {
      await query(
        `insert into "${this.schema}".source_receipt values ($1, now(), $2::interval)
         on conflict (source) do update set last_received = excluded.last_received, expected_every = excluded.expected_every`,
        [source, expectedEvery],
      );
      await emitOfNobody(query, this.domain, sourceReceived);
    });
  }

  private async add(query: Query, source: string, faults: readonly Fault[]): Promise<void> {
    const rows = faults.map(({ file, ...fault }) => ({ ...fault, file: path.basename(file) }));
    await query(
      `insert into "${this.schema}".reject (source, file, line, rule, reason, whole)
       select $1, file, line, rule, reason, whole
       from jsonb_to_recordset($2) x(file text, line int, rule text, reason text, whole boolean)
       on conflict (source, file, line, rule, reason) do nothing`,
      [source, JSON.stringify(rows)],
    );
  }
}
