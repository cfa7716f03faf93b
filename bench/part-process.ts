import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { productRoot } from '../platform/config/product-root.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { PartArguments, PartCommand, PartCounts, PartReply } from './messages.js';
import type { ProfileSummary } from './profile.js';

/** A program of the bench, as it was built: this commit's, or that of another whose folder is given. */
export const built = (name: string, root: string = productRoot): string => path.join(root, 'dist/bench', `${name}.js`);

/** One part in a process of its own. */
export class PartProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it answers. Nothing of the environment but what is given reaches it. */
  static async start(
    args: PartArguments,
    env: Readonly<Record<string, string>>,
    root: string = productRoot,
  ): Promise<PartProcess> {
    const child = fork(built('part', root), [JSON.stringify(args)], {
      env: { ...env, HUB_PORT: String(args.port) },
      execArgv: ['--max-semi-space-size=64'],
      serialization: 'json',
    });
    const ended = once(child, 'exit').then(() => {
      throw new Defect(`The part ${args.part} did not start.`);
    });
    const [first] = (await Promise.race([once(child, 'message'), ended])) as [PartReply];
    ended.catch(() => undefined);
    return new PartProcess(child, first.url ?? '');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async counts(): Promise<PartCounts> {
    return (await this.tell('counts')).counts ?? { transactions: 0, statements: 0, subgraphCalls: 0 };
  }

  /** Profiles the part while the work is done. */
  async profiled(work: () => Promise<unknown>): Promise<ProfileSummary> {
    await this.tell('profile');
    await work();
    return (await this.tell('profiled')).profile ?? { byRoom: [], byFunction: [] };
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private async tell(command: PartCommand): Promise<PartReply> {
    const answer = once(this.child, 'message');
    this.child.send(command);
    return ((await answer) as [PartReply])[0];
  }
}
