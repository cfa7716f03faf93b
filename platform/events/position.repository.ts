import type { DataSource } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import { asSystem } from '../db/as-system.js';
import type { Query } from '../db/query.js';
import type { Domain } from '../vocabulary/domain.js';

/** A place in an owner's outbox: by transaction, then by sequence. */
export interface Position {
  readonly xid: string;
  readonly seq: string;
}

export interface OwnersEvent extends Position {
  readonly topic: string;
  /** Null where the news is of no child. */
  readonly childId: string | null;
}

const start: Position = { xid: '0', seq: '0' };

/** What an owner has said since a position; null where some of it was deleted before it was heard. */
export interface Unheard {
  readonly since: Position;
  readonly events: readonly OwnersEvent[] | null;
}

/** `access.read_events` where events after the position were deleted. */
const MISSED = 'HUB32';

/** Where a consumer has got to, kept in its own schema, and what its owners have said since. */
export class PositionRepository {
  constructor(
    private readonly source: DataSource,
    private readonly schema: string,
    private readonly consumer: string,
  ) {}

  /** Whether an owner has said anything since, readable or not. Takes no transaction id: where not, nothing is written. */
  async hasNews(domain: Domain, { claims, tag }: Voucher, { xid, seq }: Position): Promise<boolean> {
    const rows: { news: boolean }[] = await this.source.query(
      `select access.has_news($1, $2, $3, $4::text::xid8, $5::bigint) as news`,
      [domain, claims, tag, xid, seq],
    );
    return rows[0]?.news ?? false;
  }

  /** What an owner has said since this consumer was last here; its position is its own, and no other login may ask for it. */
  async unheard(domain: Domain, voucher: Voucher, atMost: number): Promise<Unheard> {
    let since = start;
    try {
      const events = await asSystem(this.source, voucher, async (query) => {
        since = await this.of(query, domain);
        return query<OwnersEvent>(
          `select xid::text, seq::text, topic, child_id as "childId" from access.read_events($1, $2, $3, $4::text::xid8, $5::bigint, $6)`,
          [domain, voucher.claims, voucher.tag, since.xid, since.seq, atMost],
        );
      });
      return { since, events };
    } catch (error) {
      if ((error as { readonly code?: string }).code === MISSED) return { since, events: null };
      throw error;
    }
  }

  /** Has an owner say anew, of every child, what it said after a position and has deleted. */
  async sayAnew(domain: Domain, voucher: Voucher, { xid, seq }: Position): Promise<void> {
    await this.source.query(`select access.say_anew($1, $2, $3, $4::text::xid8, $5::bigint)`, [
      domain,
      voucher.claims,
      voucher.tag,
      xid,
      seq,
    ]);
  }

  async moveTo(domain: Domain, voucher: Voucher, { xid, seq }: Position): Promise<void> {
    await asSystem(this.source, voucher, (query) =>
      query(
        `insert into "${this.schema}".event_position values ($1, $2, $3::text::xid8, $4::bigint)
         on conflict (consumer, domain) do update set xid = excluded.xid, seq = excluded.seq`,
        [this.consumer, domain, xid, seq],
      ),
    );
  }

  private async of(query: Query, domain: Domain): Promise<Position> {
    const rows = await query<Position>(
      `select xid::text, seq::text from "${this.schema}".event_position where consumer = $1 and domain = $2`,
      [this.consumer, domain],
    );
    return rows[0] ?? start;
  }
}
