import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Caller, Door } from '../auth/door.js';
import { coLocated, type Minter } from '../auth/minter.js';
import { WriteUnit } from '../db/write-unit.js';
import { Unavailable } from '../errors/hub-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { SubgraphTransport } from '../transport/transport.js';
import type { Domain } from '../vocabulary/domain.js';
import { type AskFeed, childLinked, type Consumer, type Keep, type RefreshedWith } from './consumer.js';
import type { OwnersEvent } from './position.repository.js';

export interface RefresherOptions {
  readonly consumer: Consumer;
  readonly minter: Minter;
  /** The holder's own door: the consumer's voucher is verified there like anyone's. */
  readonly door: Door;
  readonly source: DataSource;
  readonly transports: (domain: Domain) => SubgraphTransport;
  readonly metrics: Metrics;
}

/** Has one consumer refresh what it keeps, under a voucher of its own, with everything that a refresh is done with. */
export class Refresher {
  constructor(private readonly options: RefresherOptions) {}

  /** The consumer as its door lets it in: good for as long as a voucher lasts. */
  async caller(): Promise<Caller> {
    const { minter, door } = this.options;
    return door.enterInProcess(await minter.seal(minter.vouchForSystem(), coLocated));
  }

  /** What one owner said: a link concerns all that is heard of the child. */
  async hear(caller: Caller, domain: Domain, heard: readonly OwnersEvent[]): Promise<void> {
    const isLink = ({ topic }: OwnersEvent): boolean => childLinked.topics.some((one) => one === topic);
    const childrenOf = (events: readonly OwnersEvent[]): string[] => [
      ...new Set(events.flatMap(({ childId }) => childId ?? [])),
    ];
    await this.refresh(caller, [domain], childrenOf(heard.filter((event) => !isLink(event))));
    await this.refreshWhole(caller, childrenOf(heard.filter(isLink)));
  }

  /** As if every owner had said something of each of these children. */
  async refreshWhole(caller: Caller, children: readonly string[]): Promise<void> {
    await this.refresh(
      caller,
      this.options.consumer.hears.map(({ from }) => from),
      children,
    );
  }

  /** After all that owners said. */
  async caughtUp(): Promise<void> {
    await this.options.consumer.caughtUp?.(this.on(await this.caller()));
  }

  private async refresh(caller: Caller, from: readonly Domain[], children: readonly string[]): Promise<void> {
    if (children.length > 0) await this.options.consumer.refresh(this.on(caller), from, children);
  }

  private on(caller: Caller): RefreshedWith {
    const { consumer, source, metrics } = this.options;
    const keep: Keep = (permits, about, work) =>
      new WriteUnit(source, consumer.holder, caller, metrics).run(
        permits.map((permit) => ({ permit, subjects: { children: about } })),
        work,
      );
    return { caller, ask: this.feed(caller), keep };
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
