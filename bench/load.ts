import { Pool } from 'undici';
import { tokenMaker } from './callers.js';
import type { KeptAnswer, LoadOrder, LoadReply, LoadResult } from './messages.js';

/** One answer in so many is kept, and no more than so many. */
const keepEvery = 37;
const keepMost = 12;

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

class Load {
  private next: number;
  private readonly took: number[] = [];
  private readonly kept: KeptAnswer[] = [];
  private readonly bodies: readonly string[];
  private readonly tokens: readonly string[];
  private readonly pool: Pool;
  private readonly path: string;
  private wrong = 0;

  constructor(private readonly order: LoadOrder) {
    const { url, asks, query, privateKey } = order;
    const token = tokenMaker(privateKey);
    this.next = order.from;
    this.tokens = asks.map(({ by }) => `Bearer ${token(by)}`);
    this.bodies = asks.map(({ variables }) => JSON.stringify({ query, variables }));
    this.pool = new Pool(new URL(url).origin, { connections: order.connections });
    this.path = new URL(url).pathname;
  }

  async run(onMeasuring: () => void): Promise<LoadResult> {
    const { warmMs, measuredMs, connections } = this.order;
    const measuredFrom = performance.now() + warmMs;
    const until = measuredFrom + measuredMs;
    const timer = setTimeout(onMeasuring, warmMs);
    const ask = async (): Promise<void> => {
      while (performance.now() < until) await this.one(measuredFrom, until);
    };
    await Promise.all(Array.from({ length: connections }, ask));
    clearTimeout(timer);
    await this.pool.close();
    const sorted = this.took.sort((a, b) => a - b);
    return {
      requests: sorted.length,
      seconds: measuredMs / 1000,
      p50: quantile(sorted, 0.5),
      p90: quantile(sorted, 0.9),
      wrong: this.wrong,
      kept: this.kept,
    };
  }

  private async one(from: number, until: number): Promise<void> {
    const ask = this.next++ % this.order.asks.length;
    const began = performance.now();
    const { statusCode, body } = await this.pool.request({
      path: this.path,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: this.tokens[ask] ?? '' },
      body: this.bodies[ask],
    });
    const text = await body.text();
    const ended = performance.now();
    if (statusCode !== 200 || !text.includes(this.order.asks[ask]?.contains ?? '')) this.wrong += 1;
    if (began < from || ended > until) return;
    this.took.push(ended - began);
    if (this.took.length % keepEvery === 0 && this.kept.length < keepMost) {
      this.kept.push({ ask, data: (JSON.parse(text) as { data: unknown }).data });
    }
  }
}

const reply = (message: LoadReply): void => void process.send?.(message);

// In a process of its own, so that asking does not take time from answering in the same thread.
process.on('message', (order) => {
  const measuring = (): void => {
    reply({ measuring: true });
  };
  void new Load(order as LoadOrder).run(measuring).then((result) => {
    reply({ result });
  });
});
process.on('disconnect', () => process.exit(0));
