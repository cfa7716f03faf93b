import { freePort } from '../platform/embedded-server/free-port.js';
import type { CleanUp } from './clean-up.js';
import type { Ground } from './ground.js';
import type { PartName } from './messages.js';
import { PartProcess } from './part-process.js';
import { note } from './progress.js';
import type { Target } from './rounds.js';

/** One way to answer the question, and the processes that take part: those of the subgraphs where they stand apart. */
export interface Variant extends Target {
  readonly name: string;
  readonly what: string;
  /** Whether it looks at who may see what; one that does not can only be asked by those who may. */
  readonly guarded: boolean;
}

export const coLocatedName = 'hub, co-located';
export const overHttpName = 'hub over HTTP';
export const limitName = 'limit';
export const apolloName = 'apollo over HTTP';

type Start = (part: PartName) => Promise<PartProcess>;

/** A part in a process of its own, ended with everything else. */
export function starter(ground: Ground, subgraphPort: number, cleanUp: CleanUp, root?: string): Start {
  return async (part) => {
    const args = { part, port: await freePort(), subgraphPort };
    const started = await PartProcess.start(args, ground.environmentOf(part), root);
    cleanUp.push(() => {
      started.stop();
    });
    return started;
  };
}

/** Starts every variant over the same database. The subgraphs' own process serves all that ask over HTTP. */
export async function standUp(ground: Ground, subgraphPort: number, cleanUp: CleanUp): Promise<readonly Variant[]> {
  const start = starter(ground, subgraphPort, cleanUp);
  const behind = await start('subgraphs');
  const variants: Variant[] = [];
  const stand = async (name: string, part: PartName, what: string, apart = false): Promise<void> => {
    const guarded = !part.startsWith('floor');
    variants.push({ name, what, guarded, front: await start(part), behind: apart ? behind : null });
    note(`${name} stands`);
  };
  await stand(coLocatedName, 'hub', 'Hive over in-process subgraphs');
  await stand(overHttpName, 'gateway', 'Hive over HTTP subgraphs', true);
  await stand(apolloName, 'apollo', '@apollo/gateway, defaults', true);
  await stand('apollo, undici', 'apollo-undici', '@apollo/gateway, undici fetcher', true);
  await stand(limitName, 'limit', 'one handler, one transaction, the same opening');
  await stand('floor and audit row', 'floor-audited', 'one handler as superuser, one plain audit row');
  await stand('floor', 'floor', 'one handler as superuser, nothing written');
  return variants;
}
