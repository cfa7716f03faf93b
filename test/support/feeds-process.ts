import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import type { TestHub } from './hub.js';
import { rolePrefix } from './templates.js';

const built = (file: string): string => pathToFileURL(path.join(productRoot, 'dist', file)).href;

/** The hub's feeds, as built: they hear all there is to hear, and end. */
const program = `
  await import('reflect-metadata');
  const { assemble } = await import('${built('cli/assemble.js')}');
  const { manifests } = await import('${built('cli/domains.js')}');
  const { catchUp } = await import('${built('platform/events/catch-up.js')}');
  const { createLog } = await import('${built('platform/telemetry/log.js')}');
  const { readEnvironment } = await import('${built('platform/config/environment.js')}');
  const { environment, ...given } = JSON.parse(process.env.FEEDS);
  Object.assign(given, { environment: { ...readEnvironment(), ...environment } });
  const hub = await assemble({ ...given, log: createLog('silent'), here: manifests.map(({ domain }) => domain) });
  await catchUp(await hub.relays());
  await hub.close();
  process.exit(0);
`;

/** A hub's feeds in a process of their own, which can be ended as by a power cut. */
export class FeedsProcess {
  private running: ChildProcess | null = null;

  constructor(private readonly hub: Pick<TestHub, 'environment' | 'adminUrl' | 'admin'>) {}

  async heardToTheEnd(): Promise<void> {
    const [code] = (await once(this.start(), 'close')) as [number | null];
    expect(code).toBe(0);
  }

  /** Ends them once a row of a table is being written by them, and waits until their work is undone. */
  async killedWhileWriting(table: string, when: 'insert' | 'update' | 'insert or update'): Promise<void> {
    const { admin } = this.hub;
    await admin.query(
      `create function partnership.linger() returns trigger language plpgsql as $$ begin perform pg_sleep(0.2); return new; end $$;
       grant execute on function partnership.linger() to public;
       create trigger linger before ${when} on partnership.${table} for each row execute function partnership.linger()`,
    );
    const child = this.start();
    const closed = once(child, 'close');
    for (let nth = 0; nth < 2; nth += 1) await this.until(1);
    child.kill('SIGKILL');
    await closed;
    await this.until(0);
    await admin.query('drop function partnership.linger() cascade');
  }

  end(): void {
    if (this.running?.exitCode === null && this.running.signalCode === null) this.running.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const { environment, adminUrl } = this.hub;
    this.running = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: productRoot,
      env: { PATH: process.env['PATH'] ?? '', FEEDS: JSON.stringify({ environment, adminUrl, rolePrefix }) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return this.running;
  }

  /** Waits until so many of the hub's connections linger within a write. */
  private async until(many: number): Promise<void> {
    for (;;) {
      const { rows } = await this.hub.admin.query<{ n: number }>(
        `select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
      );
      if (Math.min(rows[0]?.n ?? 0, 1) === many) return;
      if (many > 0) expect(this.running?.exitCode ?? null).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
