import { schemaOf } from '../db/names.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Domain } from '../vocabulary/domain.js';
import { type Position, PositionRepository } from './position.repository.js';
import { Refresher, type RefresherOptions } from './refresher.js';
import type { Found } from './vigil.js';

export interface RelayOptions extends RefresherOptions {
  readonly log: Log;
}

const batchSize = 500;

/**
 * Keeps one consumer's copy up to date: reads what owners have said since its position, refreshes the children named,
 * then moves the position. At least once; a refresh is by key and idempotent, so more than once changes nothing.
 */
export class Relay {
  /** Of which consumer. */
  readonly name: string;
  /** Whom this consumer hears. */
  readonly owners: readonly Domain[];
  private readonly positions: PositionRepository;
  private readonly refresher: Refresher;
  /** Up to where nothing is left to hear, as far as this process knows: what a look begins with. */
  private readonly heard = new Map<Domain, Position>();
  /** Whether what is done after all was heard may still be to do: for a process before this one too, that was ended. */
  private behind = true;

  constructor(private readonly options: RelayOptions) {
    this.name = options.consumer.name;
    this.owners = options.consumer.hears.map(({ from }) => from);
    this.refresher = new Refresher(options);
    this.positions = new PositionRepository(options.source, schemaOf(options.consumer.holder), options.consumer.name);
  }

  /** Works until no owner has anything new that can be read; returns how many events were taken in. */
  async catchUp(): Promise<number> {
    return (await this.hearAll()).taken;
  }

  /** The same, for who comes back: whether something cannot be read yet. What fails is said in the log. */
  async look(): Promise<Found> {
    try {
      return (await this.hearAll()).waiting ? 'WAITING' : 'NOTHING';
    } catch (error) {
      this.options.log.warn(
        { operation: this.options.consumer.name, errorName: (error as Error).name, stack: framesOf(error) },
        'a feed is late',
      );
      return 'FAILED';
    }
  }

  private async hearAll(): Promise<{ taken: number; waiting: boolean }> {
    let taken = 0;
    for (;;) {
      let found = 0;
      let waiting = false;
      for (const { from, topics } of this.options.consumer.hears) {
        const events = await this.takeFrom(from, topics);
        found += events ?? 0;
        waiting ||= events === null;
      }
      if (found === 0) {
        if (this.behind) await this.refresher.caughtUp();
        this.behind = false;
        return { taken, waiting };
      }
      taken += found;
    }
  }

  /** How many events were taken in; null where there are some that cannot be read yet. */
  private async takeFrom(domain: Domain, topics: readonly string[]): Promise<number | null> {
    const { minter } = this.options;
    const known = this.heard.get(domain);
    if (known && !(await this.positions.hasNews(domain, minter.vouchForSystem(), known))) return 0;
    const caller = await this.refresher.caller();
    const { since, events } = await this.positions.unheard(domain, caller.voucher, batchSize);
    if (events === null) return this.hearAnew(domain, since);
    const last = events.at(-1);
    if (!last) {
      this.heard.set(domain, since);
      // Asked after the reading: what is said after this is told by a notice of its own.
      return (await this.positions.hasNews(domain, minter.vouchForSystem(), since)) ? null : 0;
    }
    this.behind = true;
    await this.refresher.hear(
      caller,
      domain,
      events.filter(({ topic }) => topics.includes(topic)),
    );
    // Vouched for anew: the refreshes may have taken longer than a voucher lasts.
    await this.positions.moveTo(domain, minter.vouchForSystem(), last);
    this.heard.set(domain, last);
    return events.length;
  }

  /** This consumer was away for longer than events are kept: it comes back to every child. */
  private async hearAnew(domain: Domain, since: Position): Promise<null> {
    const { consumer, log, minter } = this.options;
    log.warn({ operation: consumer.name, domain }, 'a feed missed events that were deleted, and hears of every child');
    await this.positions.sayAnew(domain, minter.vouchForSystem(), since);
    return null;
  }
}
