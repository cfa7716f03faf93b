import './plain-dates.js';
import type { Writable } from 'node:stream';
import { Client } from 'pg';

/** Options every connection of ours has. Statements are named and of fixed text: planned once, for any keys. */
const settings = (statementMs: number, waitMs: number): string =>
  `-c plan_cache_mode=force_generic_plan -c statement_timeout=${String(statementMs)} -c lock_timeout=${String(waitMs)} -c idle_in_transaction_session_timeout=10000 -c timezone=UTC`;

/** For a connection, and for a lock, no more than two thirds of the time that a statement has are waited. */
const waitWithin = (statementMs: number): number => Math.floor((statementMs * 2) / 3);

/** pg writes every message of a statement by itself: corked, all that `work` sends leaves in one piece. */
export function inOnePiece<T>(client: Client, work: () => T): T {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
  return work();
}

/**
 * A few pipelined connections of one login. A unit writes all its statements to one of them in one synchronous block,
 * so that they stand together on the wire; the raw connection is never handed out.
 */
export class Lines {
  private readonly held: (Promise<Client> | undefined)[];
  private turn = 0;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly options: { readonly lines?: number; readonly statementTimeoutMs?: number } = {},
  ) {
    this.held = new Array<Promise<Client> | undefined>(options.lines ?? 4).fill(undefined);
  }

  /** The next connection in turn, connected. */
  async next(): Promise<Client> {
    if (this.closed) throw new Error('the lines are closed');
    const at = this.turn++ % this.held.length;
    return (this.held[at] ??= this.connect(at));
  }

  private async connect(at: number): Promise<Client> {
    const statementMs = this.options.statementTimeoutMs ?? 1500;
    const waitMs = waitWithin(statementMs);
    const client = new Client({
      connectionString: this.url,
      pipeline: true,
      connectionTimeoutMillis: waitMs,
      keepAlive: true,
      options: settings(statementMs, waitMs),
    });
    const forget = (): void => {
      this.held[at] = undefined;
    };
    client.on('error', forget).on('end', forget);
    try {
      await client.connect();
    } catch (error) {
      forget();
      throw error;
    }
    return client;
  }

  async close(): Promise<void> {
    this.closed = true;
    const open = this.held.flatMap((line) => line ?? []);
    await Promise.allSettled(open.map(async (line) => (await line).end()));
  }
}
