import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loginsFor } from '../cli/database.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Page } from './callers.js';
import type { Ground } from './ground.js';
import { median } from './median.js';
import type { OpenOrder, OpenReply, OpenStage } from './messages.js';
import { built } from './part-process.js';
import { familyTime, processTime } from './processor-time.js';

/** What opening once costs: processor time of PostgreSQL and of Node, and how long it took. Milliseconds. */
export interface OpenCost {
  readonly postgres: number;
  readonly node: number;
  readonly took: number;
  readonly permitted: readonly number[];
  readonly digest: string;
}

/** Units are prepared, and connections made, before anything is counted. */
const warmTimes = 8;

/** Where the code of one commit opens: on a ground, under the login that co-located domains share. */
export function stageOn({ server, environment }: Pick<Ground, 'server' | 'environment'>, root: string): OpenStage {
  const prefix = databaseOf(server.adminUrl);
  const unitUrl = loginUrl(server.adminUrl, roleNames(prefix).unit, loginsFor(environment, prefix));
  return { root, keysDir: environment.keysDir, unitUrl, prefix };
}

/** `access.open` alone, for a page's children and four requests, by the code of one commit on one ground. */
export class OpenAlone {
  private constructor(
    private readonly child: ChildProcess,
    /** Fails when the process ends: listened for once, however often it is asked. */
    private readonly gone: Promise<never>,
    private readonly serverPid: number,
  ) {}

  static async start(stage: OpenStage, serverPid: number): Promise<OpenAlone> {
    const child = fork(built('opener'), [JSON.stringify(stage)], {
      env: { NODE_ENV: 'production' },
      execArgv: ['--max-semi-space-size=64'],
    });
    const gone = once(child, 'exit').then((): never => {
      throw new Defect('What only opens ended before it answered.');
    });
    gone.catch(() => undefined);
    await Promise.race([once(child, 'message'), gone]);
    return new OpenAlone(child, gone, serverPid);
  }

  async cost(page: Page, times: number): Promise<OpenCost> {
    await this.open({ page, times: warmTimes });
    const before = { postgres: familyTime(this.serverPid), node: processTime(this.child.pid ?? 0) };
    const { took, permitted, digest } = await this.open({ page, times });
    const postgres = (familyTime(this.serverPid) - before.postgres) / times;
    const node = (processTime(this.child.pid ?? 0) - before.node) / times;
    return { postgres, node, took: median(took), permitted, digest };
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private async open(order: OpenOrder): Promise<OpenReply> {
    const answer = once(this.child, 'message');
    this.child.send(order);
    return ((await Promise.race([answer, this.gone])) as [OpenReply])[0];
  }
}
