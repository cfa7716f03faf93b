import type { DataSource } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import type { Domain } from '../vocabulary/domain.js';

/** A place in an owner's outbox: by transaction, then by sequence. */
export interface Position {
  readonly xid: string;
  readonly seq: string;
}

export interface OwnersEvent extends Position {
  readonly topic: string;
  readonly childId: string;
}

const start: Position = { xid: '0', seq: '0' };

/** Where a consumer has got to, kept in its own schema, and what its owners have said since. */
export class PositionRepository {
  constructor(
    private readonly source: DataSource,
    private readonly schema: string,
    private readonly consumer: string,
  ) {}

  async of(domain: Domain): Promise<Position> {
    const rows: Position[] = await this.source.query(
      `select xid::text, seq::text from "${this.schema}".event_position where consumer = $1 and domain = $2`,
      [this.consumer, domain],
    );
    return rows[0] ?? start;
  }

  after(domain: Domain, voucher: Voucher, position: Position, atMost: number): Promise<OwnersEvent[]> {
    return this.source.query(
      `select xid::text, seq::text, topic, child_id as "childId" from access.read_events($1, $2, $3, $4::text::xid8, $5::bigint, $6)`,
      [domain, voucher.claims, voucher.tag, position.xid, position.seq, atMost],
    );
  }

  async moveTo(domain: Domain, { xid, seq }: Position): Promise<void> {
    await this.source.query(
      `insert into "${this.schema}".event_position values ($1, $2, $3::text::xid8, $4::bigint)
       on conflict (consumer, domain) do update set xid = excluded.xid, seq = excluded.seq`,
      [this.consumer, domain, xid, seq],
    );
  }
}
