import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Caller, Door } from '../auth/door.js';
import { coLocated, type Minter } from '../auth/minter.js';
import { schemaOf } from '../db/names.js';
import { WriteUnit } from '../db/write-unit.js';
import { Unavailable } from '../errors/hub-error.js';
import type { SubgraphTransport } from '../subgraph/transport.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Domain } from '../vocabulary/domain.js';
import { type AskFeed, childLinked, type Consumer, type Keep } from './consumer.js';
import { type OwnersEvent, PositionRepository } from './position.repository.js';

export interface RelayOptions {
  readonly consumer: Consumer;
  readonly minter: Minter;
  /** The holder's own door: the consumer's voucher is verified there like anyone's. */
  readonly door: Door;
  readonly source: DataSource;
  readonly transports: (domain: Domain) => SubgraphTransport;
  readonly metrics: Metrics;
  readonly log: Log;
  /** How long to wait between looks when there was nothing, in milliseconds. */
  readonly everyMs?: number;
}

const batchSize = 500;

/**
 * Keeps one consumer's copy up to date: reads what owners have said since its position, refreshes the children named,
 * then moves the position. At least once; a refresh is by key and idempotent, so more than once changes nothing.
 */
export class Relay {
  private readonly positions: PositionRepository;
  private running: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private stopping = false;

  constructor(private readonly options: RelayOptions) {
    this.positions = new PositionRepository(options.source, schemaOf(options.consumer.holder), options.consumer.name);
  }

  /** Works until no owner has anything new; returns how many events were taken in. */
  async catchUp(): Promise<number> {
    let taken = 0;
    for (;;) {
      let found = 0;
      for (const { from, topics } of this.options.consumer.hears) found += await this.takeFrom(from, topics);
      if (found === 0) return taken;
      taken += found;
    }
  }

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.catchUp();
      } catch (error) {
        this.options.log.warn(
          { operation: this.options.consumer.name, errorName: (error as Error).name, stack: framesOf(error) },
          'a feed is late',
        );
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.options.everyMs ?? 500);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  private async takeFrom(domain: Domain, topics: readonly string[]): Promise<number> {
    const { consumer, door, minter, source, metrics } = this.options;
    const envelope = await minter.seal(minter.vouchForSystem(), coLocated);
    const caller = await door.enterInProcess(envelope);
    const events = await this.positions.unheard(domain, caller.voucher, batchSize);
    const last = events.at(-1);
    if (!last) return 0;
    const keep: Keep = (permits, about, work) =>
      new WriteUnit(source, caller, metrics).run(
        permits.map((permit) => ({ permit, subjects: { children: about } })),
        (manager) => work(manager),
      );
    const heard = events.filter(({ topic }) => topics.includes(topic));
    for (const { from, children } of refreshes(consumer, domain, heard)) {
      await consumer.refresh({ caller, ask: this.feed(caller), keep }, from, children);
    }
    // Vouched for anew: the refreshes may have taken longer than a voucher lasts.
    await this.positions.moveTo(domain, minter.vouchForSystem(), last);
    return events.length;
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
