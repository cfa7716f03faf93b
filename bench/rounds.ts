import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { Defect } from '../platform/errors/hub-error.js';
import type { Ground } from './ground.js';
import type { LoadOrder, LoadReply, LoadResult } from './messages.js';
import { built } from './part-process.js';
import { familyTime, processTime } from './processor-time.js';
import { question } from './question.js';
import type { Variant } from './variants.js';

/** One run of one variant. Times of the processor are milliseconds a request. */
export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p90: number;
  readonly cpu: { readonly front: number; readonly behind: number; readonly postgres: number; readonly load: number };
  /** Processors busy with the run, of those the machine has. */
  readonly busy: number;
  readonly wrong: number;
  readonly kept: LoadResult['kept'];
}

export type Pace = Pick<LoadOrder, 'connections' | 'warmMs' | 'measuredMs'>;

/** Puts variants under load from another process, with a caller and a child of its own for every request. */
export class Rounds {
  private readonly load: ChildProcess = fork(built('load'), [], { env: { NODE_ENV: 'production' } });
  private from = 0;

  constructor(private readonly ground: Ground) {}

  async run({ front, behind }: Variant, pace: Pace): Promise<Run> {
    const { pairs, issuer, server } = this.ground;
    const order: LoadOrder = {
      url: front.url,
      query: question,
      pairs,
      privateKey: issuer.privateKey,
      from: this.from,
      ...pace,
    };
    const spent = () => ({
      front: processTime(front.pid),
      behind: behind ? processTime(behind.pid) : 0,
      postgres: familyTime(server.pid ?? 0),
      load: processTime(this.load.pid ?? 0),
    });
    this.load.send(order);
    let before = spent();
    for await (const [reply] of on(this.load, 'message') as AsyncIterable<[LoadReply]>) {
      if ('measuring' in reply) {
        before = spent();
        continue;
      }
      const after = spent();
      const { result } = reply;
      this.from = (this.from + result.requests * 2) % pairs.length;
      const each = (part: keyof typeof after): number => (after[part] - before[part]) / result.requests;
      const cpu = { front: each('front'), behind: each('behind'), postgres: each('postgres'), load: each('load') };
      const perSecond = result.requests / result.seconds;
      const busy = ((cpu.front + cpu.behind + cpu.postgres + cpu.load) * perSecond) / 1000;
      return { perSecond, p50: result.p50, p90: result.p90, cpu, busy, wrong: result.wrong, kept: result.kept };
    }
    throw new Defect('The load ended without a result.');
  }

  stop(): void {
    if (this.load.connected) this.load.disconnect();
  }
}
