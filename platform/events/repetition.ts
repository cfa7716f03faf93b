import type { Voucher } from '../auth/minter.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Consumer } from './consumer.js';
import type { OwnersEvent, Position } from './position.repository.js';
import { Refresher, type RefresherOptions } from './refresher.js';
import { SaidRepository } from './said.repository.js';

/** An event, and whose. */
export interface SaidEvent extends OwnersEvent {
  readonly from: Domain;
}

type Progress = (done: number, of: number) => void;

const batchSize = 500;

/**
 * Has a consumer do again what it has done: hear what was said, or work out everything anew. Its position is not moved, and
 * the hub may be at work meanwhile: what owners say in the meantime is heard once more at the end, so that nothing fetched
 * before it was said can stay.
 */
export class Repetition {
  readonly consumer: Consumer;
  private readonly refresher: Refresher;
  private readonly said: SaidRepository;

  constructor(private readonly options: RefresherOptions) {
    this.consumer = options.consumer;
    this.refresher = new Refresher(options);
    this.said = new SaidRepository(options.source);
  }

  /** Refreshes every child there is from what their owners say now; how many there are. */
  async rebuild(onProgress: Progress): Promise<number> {
    const { said } = this;
    const children: string[] = [];
    for (let after: string | null = null; ;) {
      const some: readonly string[] = await said.children(this.vouch(), after, batchSize);
      children.push(...some);
      after = some.at(-1) ?? null;
      if (some.length < batchSize) break;
    }
    await this.upToDate(async () => {
      for (let from = 0; from < children.length; from += batchSize) {
        const { refresher } = this;
        await refresher.refreshWhole(await refresher.caller(), children.slice(from, from + batchSize));
        onProgress(Math.min(from + batchSize, children.length), children.length);
      }
    });
    return children.length;
  }

  /** Hears again all that is still there to be heard, in the order that `ordered` makes of it; how much that was. */
  async replay(ordered: (said: readonly SaidEvent[]) => readonly SaidEvent[], onProgress: Progress): Promise<number> {
    const all: SaidEvent[] = [];
    for (const { from } of this.consumer.hears) {
      all.push(...(await this.since(from, await this.said.eldest(from, this.vouch()))));
    }
    const events = ordered(all);
    await this.upToDate(() => this.hear(events, onProgress));
    return events.length;
  }

  /** Does the work, and then hears whatever was said since it was begun. */
  private async upToDate(work: () => Promise<void>): Promise<void> {
    const begun = await this.said.now();
    await work();
    for (const { from } of this.consumer.hears) await this.hear(await this.since(from, begun));
    await this.refresher.caughtUp();
  }

  /** Anew for every asking, which may come later than a voucher lasts. */
  private vouch(): Voucher {
    return this.options.minter.vouchForSystem();
  }

  private async since(from: Domain, position: Position): Promise<SaidEvent[]> {
    const { consumer, said } = this;
    const topics = consumer.hears.filter((one) => one.from === from).flatMap((one) => one.topics);
    const all: SaidEvent[] = [];
    for (let after = position; ;) {
      const some = await said.after(from, this.vouch(), after, batchSize);
      all.push(...some.filter(({ topic }) => topics.includes(topic)).map((event) => ({ ...event, from })));
      const last = some.at(-1);
      if (!last || some.length < batchSize) return all;
      after = last;
    }
  }

  private async hear(events: readonly SaidEvent[], onProgress?: Progress): Promise<void> {
    for (let at = 0; at < events.length;) {
      const some = runOfOne(events, at);
      const { refresher } = this;
      const [first] = some;
      if (first) await refresher.hear(await refresher.caller(), first.from, some);
      at += some.length;
      onProgress?.(at, events.length);
    }
  }
}

/** Events of one owner that follow each other, from one of them on: as many as are heard at once. */
function runOfOne(events: readonly SaidEvent[], at: number): readonly SaidEvent[] {
  const from = events[at]?.from;
  let end = at;
  while (end < events.length && end - at < batchSize && events[end]?.from === from) end += 1;
  return events.slice(at, end);
}
