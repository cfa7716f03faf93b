import type { DataSource } from 'typeorm';
import { remembered } from '../db/remembered.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Consumer } from './consumer.js';

/** Which feeds are behind: by the consumer's name, the domains of which it has not heard all that was said some time ago. */
export type Behind = ReadonlyMap<string, readonly Domain[]>;

/** Looks, under a domain's own login, how far its consumers have got: facts of feeds, never of a child. */
export class BehindRepository {
  /** Remembered in a process for a while: many fields of many answers ask for it. */
  readonly read = remembered(5_000, () => this.ask());

  constructor(
    private readonly source: DataSource,
    private readonly holder: Domain,
    private readonly consumers: readonly Pick<Consumer, 'name' | 'hears'>[],
    /** How long something may be unheard, in milliseconds. */
    private readonly allowedMs: number,
  ) {}

  private async ask(): Promise<Behind> {
    const heard = this.consumers.flatMap(({ name, hears }) =>
      hears.flatMap(({ from, topics }) => topics.map((topic) => ({ name, from, topic }))),
    );
    const rows: { consumer: string; owner: Domain }[] = await this.source.query(
      `select f.consumer, f.owner from access.feeds_behind($1, $2, $3, $4, make_interval(secs => $5)) f order by f.consumer, f.owner`,
      [
        this.holder,
        heard.map(({ name }) => name),
        heard.map(({ from }) => from),
        heard.map(({ topic }) => topic),
        this.allowedMs / 1000,
      ],
    );
    const behind = new Map<string, readonly Domain[]>();
    for (const { consumer, owner } of rows) behind.set(consumer, [...(behind.get(consumer) ?? []), owner]);
    return behind;
  }
}
