import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { Defect } from '../platform/errors/hub-error.js';
import type { Ground } from './ground.js';
import type { Ask, LoadOrder, LoadReply, LoadResult } from './messages.js';
import { built, type PartProcess } from './part-process.js';
import { familyTime, processTime } from './processor-time.js';

/** Processor time, in milliseconds a request, by whose it is. */
export interface ProcessorMs {
  readonly front: number;
  readonly behind: number;
  readonly postgres: number;
  readonly load: number;
}

/** One run of one variant. */
export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p90: number;
  readonly cpu: ProcessorMs;
  /** Processors busy with the run, of those the machine has. */
  readonly busy: number;
  readonly wrong: number;
  readonly kept: LoadResult['kept'];
}

export type Pace = Pick<LoadOrder, 'connections' | 'warmMs' | 'measuredMs'>;

/** A question, and everybody who may put it. */
export interface Question {
  readonly query: string;
  readonly asks: readonly Ask[];
}

/** The processes that a run puts under load: the one that is asked, and the subgraphs' where they stand apart. */
export interface Target {
  readonly front: PartProcess;
  readonly behind: PartProcess | null;
}

/** Puts what stands on one ground under load from another process, with a caller of its own for every request. */
export class Rounds {
  private readonly load: ChildProcess = fork(built('load'), [], { env: { NODE_ENV: 'production' } });
  private readonly from = new Map<string, number>();

  constructor(private readonly ground: Pick<Ground, 'server' | 'issuer'>) {}

  async run(target: Target, { query, asks }: Question, pace: Pace): Promise<Run> {
    const from = this.from.get(query) ?? 0;
    const privateKey = this.ground.issuer.privateKey;
    const order: LoadOrder = { url: target.front.url, query, asks, privateKey, from, ...pace };
    this.load.send(order);
    let before = this.spent(target);
    for await (const [reply] of on(this.load, 'message') as AsyncIterable<[LoadReply]>) {
      if ('measuring' in reply) {
        before = this.spent(target);
        continue;
      }
      this.from.set(query, (from + reply.result.requests * 2) % asks.length);
      return runOf(reply.result, before, this.spent(target));
    }
    throw new Defect('The load ended without a result.');
  }

  stop(): void {
    if (this.load.connected) this.load.disconnect();
  }

  private spent({ front, behind }: Target): ProcessorMs {
    return {
      front: processTime(front.pid),
      behind: behind ? processTime(behind.pid) : 0,
      postgres: familyTime(this.ground.server.pid ?? 0),
      load: processTime(this.load.pid ?? 0),
    };
  }
}

function runOf({ requests, seconds, p50, p90, wrong, kept }: LoadResult, before: ProcessorMs, after: ProcessorMs): Run {
  if (requests === 0) throw new Defect('Nothing was answered within the time measured: the machine is too busy.');
  const each = (part: keyof ProcessorMs): number => (after[part] - before[part]) / requests;
  const cpu = { front: each('front'), behind: each('behind'), postgres: each('postgres'), load: each('load') };
  const perSecond = requests / seconds;
  const busy = ((cpu.front + cpu.behind + cpu.postgres + cpu.load) * perSecond) / 1000;
  return { perSecond, p50, p90, cpu, busy, wrong, kept };
}
