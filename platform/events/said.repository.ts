import type { DataSource } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import { asSystem } from '../db/as-system.js';
import type { Domain } from '../vocabulary/domain.js';
import type { OwnersEvent, Position } from './position.repository.js';

const start: Position = { xid: '0', seq: '0' };

/** The greatest number that a sequence gives. */
const LAST_OF_A_TRANSACTION = '9223372036854775807';

/** What owners have said before, and of whom they may speak, as far as a consumer may hear it. Moves no position. */
export class SaidRepository {
  constructor(private readonly source: DataSource) {}

  /** After which everything an owner said is still there to be heard. */
  async eldest(domain: Domain, { claims, tag }: Voucher): Promise<Position> {
    const rows: Position[] = await this.source.query(`select xid::text, seq::text from access.heard_from($1, $2, $3)`, [
      domain,
      claims,
      tag,
    ]);
    return rows[0] ?? start;
  }

  /** Before which nothing can still be said: transactions that are open now say what they say after it. */
  async now(): Promise<Position> {
    const rows: Position[] = await this.source.query(
      `select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as xid, $1 as seq`,
      [LAST_OF_A_TRANSACTION],
    );
    return rows[0] ?? start;
  }

  /** What an owner said after a position, at most so much. */
  after(domain: Domain, voucher: Voucher, { xid, seq }: Position, atMost: number): Promise<readonly OwnersEvent[]> {
    return asSystem(this.source, voucher, (query) =>
      query<OwnersEvent>(
        `select xid::text, seq::text, topic, child_id as "childId" from access.read_events($1, $2, $3, $4::text::xid8, $5::bigint, $6)`,
        [domain, voucher.claims, voucher.tag, xid, seq, atMost],
      ),
    );
  }

  /** The ids that children are shown by, in order, after one of them; all from the first where none is given. */
  children(voucher: Voucher, after: string | null, atMost: number): Promise<readonly string[]> {
    return asSystem(this.source, voucher, async (query) => {
      const rows = await query<{ id: string }>(`select c as id from access.every_child($1, $2, $3, $4) c`, [
        voucher.claims,
        voucher.tag,
        after,
        atMost,
      ]);
      return rows.map(({ id }) => id);
    });
  }
}
