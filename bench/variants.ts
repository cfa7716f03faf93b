import { freePort } from '../platform/db/embedded/free-port.js';
import type { Ground } from './ground.js';
import type { PartName } from './messages.js';
import { PartProcess } from './part-process.js';

/** One way to answer the question, and the processes that take part. */
export interface Variant {
  readonly name: string;
  readonly what: string;
  readonly front: PartProcess;
  /** The process of the five subgraphs, where they stand apart. */
  readonly behind: PartProcess | null;
}

export interface Standing {
  readonly variants: readonly Variant[];
  stop(): void;
}

export const coLocatedName = 'hub, co-located';
export const limitName = 'limit';
export const apolloName = 'apollo over HTTP';

/** Starts every variant over the same database. The subgraphs' own process serves all that ask over HTTP. */
export async function standUp(ground: Ground, subgraphPort: number): Promise<Standing> {
  const started: PartProcess[] = [];
  const start = async (part: PartName): Promise<PartProcess> => {
    const process = await PartProcess.start({ part, port: await freePort(), subgraphPort }, ground.environmentOf(part));
    started.push(process);
    return process;
  };
  const stop = (): void => {
    for (const part of started) part.stop();
  };
  try {
    const behind = await start('subgraphs');
    const variants: Variant[] = [
      { name: coLocatedName, what: 'Hive over in-process subgraphs', front: await start('hub'), behind: null },
      { name: 'hub over HTTP', what: 'Hive over HTTP subgraphs', front: await start('gateway'), behind },
      { name: apolloName, what: '@apollo/gateway, defaults', front: await start('apollo'), behind },
      { name: 'apollo, undici', what: '@apollo/gateway, undici fetcher', front: await start('apollo-undici'), behind },
      { name: limitName, what: 'one handler, one transaction', front: await start('limit'), behind: null },
    ];
    return { variants, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
