import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Caller, Door } from '../auth/door.js';
import { coLocated, type Minter } from '../auth/minter.js';
import { schemaOf } from '../db/names.js';
import { WriteUnit } from '../db/write-unit.js';
import { Unavailable } from '../errors/hub-error.js';
import type { SubgraphTransport } from '../transport/transport.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Domain } from '../vocabulary/domain.js';
import { type AskFeed, childLinked, type Consumer, type Keep } from './consumer.js';
import { type OwnersEvent, type Position, PositionRepository } from './position.repository.js';
import type { Found } from './vigil.js';

export interface RelayOptions {
  readonly consumer: Consumer;
  readonly minter: Minter;
  /** The holder's own door: the consumer's voucher is verified there like anyone's. */
  readonly door: Door;
  readonly source: DataSource;
  readonly transports: (domain: Domain) => SubgraphTransport;
  readonly metrics: Metrics;
  readonly log: Log;
}

const batchSize = 500;

/**
 * Keeps one consumer's copy up to date: reads what owners have said since its position, refreshes the children named,
 * then moves the position. At least once; a refresh is by key and idempotent, so more than once changes nothing.
 */
export class Relay {
  /** Whom this consumer hears. */
  readonly owners: readonly Domain[];
  private readonly positions: PositionRepository;
  /** Up to where nothing is left to hear, as far as this process knows: what a look begins with. */
  private readonly heard = new Map<Domain, Position>();

  constructor(private readonly options: RelayOptions) {
    this.owners = options.consumer.hears.map(({ from }) => from);
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
      if (found === 0) return { taken, waiting };
      taken += found;
    }
  }

  /** How many events were taken in; null where there are some that cannot be read yet. */
  private async takeFrom(domain: Domain, topics: readonly string[]): Promise<number | null> {
    const { minter, door } = this.options;
    const known = this.heard.get(domain);
    if (known && !(await this.positions.hasNews(domain, minter.vouchForSystem(), known))) return 0;
    const caller = await door.enterInProcess(await minter.seal(minter.vouchForSystem(), coLocated));
    const { since, events } = await this.positions.unheard(domain, caller.voucher, batchSize);
    if (events === null) return this.hearAnew(domain, since);
    const last = events.at(-1);
    if (!last) {
      this.heard.set(domain, since);
      // Asked after the reading: what is said after this is told by a notice of its own.
      return (await this.positions.hasNews(domain, minter.vouchForSystem(), since)) ? null : 0;
    }
    await this.refresh(
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

  private async refresh(caller: Caller, domain: Domain, heard: readonly OwnersEvent[]): Promise<void> {
    const { consumer, source, metrics } = this.options;
    const keep: Keep = (permits, about, work) =>
      new WriteUnit(source, consumer.holder, caller, metrics).run(
        permits.map((permit) => ({ permit, subjects: { children: about } })),
        work,
      );
    for (const { from, children } of refreshes(consumer, domain, heard)) {
      await consumer.refresh({ caller, ask: this.feed(caller), keep }, from, children);
    }
  }

  private feed(caller: Caller): AskFeed {
    return async (domain, document, variables) => {
      const answer = await this.options.transports(domain)({
        document: parse(document),
        variables,
        request: { id: randomUUID() },
        seal: (audience, digest) => this.options.minter.seal(caller.voucher, audience, digest),
      });
      if (!answer.data || answer.errors?.length) {
        throw new Unavailable('A feed could not be read.', { domain, code: answer.errors?.[0]?.extensions?.['code'] });
      }
      return answer.data;
    };
  }
}

/** What one owner's events ask a consumer to refresh: a link concerns all that is heard of the child. */
function refreshes(consumer: Consumer, domain: Domain, heard: readonly OwnersEvent[]) {
  const isLink = ({ topic }: OwnersEvent): boolean => childLinked.topics.some((one) => one === topic);
  const childrenOf = (events: readonly OwnersEvent[]): string[] => [...new Set(events.map(({ childId }) => childId))];
  return [
    { from: [domain], children: childrenOf(heard.filter((event) => !isLink(event))) },
    { from: consumer.hears.map(({ from }) => from), children: childrenOf(heard.filter(isLink)) },
  ].filter(({ children }) => children.length > 0);
}
