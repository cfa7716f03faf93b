import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { schemaOf } from './names.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Domain } from '../vocabulary/domain.js';

export interface NoticesOptions {
  /** Any login of this process: LISTEN needs no right. */
  readonly url: string;
  readonly owners: readonly Domain[];
  /** An owner has said something. */
  readonly onNotice: (owner: Domain) => void;
  /** Notices may have been missed until now: everything is to be looked for once. */
  readonly onListening: () => void;
  readonly log: Log;
}

/** Between two tries, in milliseconds: the first, and the longest. */
const pauses = { first: 250, most: 30_000 } as const;
const connectMs = 15_000;

/** Whether the other side of a silent connection is still there is asked by the system after this long. */
const keepAliveMs = 10_000;

/** The channel an owner's `access.emit` gives notice on: of a sequence number, and nothing else. */
const channelOf = (owner: Domain): string => `hub_${schemaOf(owner)}`;

/** One connection of a process on which PostgreSQL tells it who has said something. Lost, it is made again. */
export class Notices {
  private readonly ending = new AbortController();
  private running: Promise<void> | null = null;
  private readonly stopped = new Promise<void>((resolve) => {
    this.ending.signal.addEventListener('abort', () => {
      resolve();
    });
  });

  constructor(private readonly options: NoticesOptions) {}

  start(): void {
    this.running ??= this.keep();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async keep(): Promise<void> {
    let tries = 0;
    while (!this.isEnding()) {
      await this.listen(() => (tries = 0));
      tries += 1;
      const pause = Math.min(pauses.first * 2 ** (tries - 1), pauses.most);
      await delay(pause, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection ends, could not be made, or is no longer wanted. */
  private async listen(onListening: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
    });
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve).on('error', () => {
        resolve();
      });
    });
    const open = this.open(client);
    try {
      await Promise.race([open, this.stopped]);
      if (!this.isEnding()) {
        onListening();
        this.options.onListening();
        await Promise.race([ended, this.stopped]);
        // Listening and well: it answers at once.
        if (this.isEnding()) await Promise.race([client.end(), ended]);
      }
    } catch (error) {
      this.say(error);
    }
    // One that is still being made, or was made in part, is ended when it can be, and not waited for.
    void open.catch(() => undefined).then(() => client.end().catch(() => undefined));
  }

  private async open(client: Client): Promise<void> {
    const ownerOf = new Map(this.options.owners.map((owner) => [channelOf(owner), owner]));
    client.on('notification', ({ channel }) => {
      const owner = ownerOf.get(channel);
      if (owner !== undefined) this.options.onNotice(owner);
    });
    await client.connect();
    for (const channel of ownerOf.keys()) await client.query(`listen "${channel}"`);
  }

  private isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  private say(error: unknown): void {
    if (this.isEnding()) return;
    this.options.log.warn(
      { operation: 'notices', errorName: (error as Error).name, stack: framesOf(error) },
      'no notices are heard: feeds look by themselves until they are',
    );
  }
}
