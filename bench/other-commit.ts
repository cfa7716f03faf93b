import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { productRoot } from '../platform/config/product-root.js';
import { freePort } from '../platform/embedded-server/free-port.js';
import { Defect, InvalidInput } from '../platform/errors/hub-error.js';
import type { CleanUp } from './clean-up.js';

/** The sources that a sample area is made of, about: what a start says of each shows how far it is. */
const linesOfAStart = 10;

function git(root: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** What is measured as "now": the commit, and whether it was changed since. */
export const nameOfThis = (): string => git(productRoot, 'describe', '--always', '--dirty', '--exclude=*') ?? 'this';

/** Ends a program in order, whichever way it is ended meanwhile. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Another commit of the product, checked out beside this one, built, and run by its own programs. */
export class OtherCommit {
  private constructor(
    /** The folder that holds its package.json. */
    readonly root: string,
    readonly name: string,
    private readonly cleanUp: CleanUp,
  ) {}

  /**
   * Checks a commit out into a new folder, which is forgotten by git again at the end. InvalidInput where this is no clone, or has no
   * such commit.
   */
  static checkOut(commit: string, folder: string, cleanUp: CleanUp, clone: string = productRoot): OtherCommit {
    // One whose folder is gone (the process was killed) is forgotten first.
    git(clone, 'worktree', 'prune');
    const sha = git(clone, 'rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
    if (sha === null) throw new InvalidInput(`There is no commit ${commit} in ${clone}.`);
    cleanUp.push(() => git(clone, 'worktree', 'remove', '--force', folder));
    if (git(clone, 'worktree', 'add', '--detach', folder, sha) === null)
      throw new Defect(`${commit} could not be checked out.`);
    return new OtherCommit(folder, git(clone, 'rev-parse', '--short', sha) ?? commit, cleanUp);
  }

  /** Whether it stands on the same packages as this one: then they are shared. */
  sharePackages(clone: string = productRoot): boolean {
    const [own, theirs] = [clone, this.root].map((root) => readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    if (own !== theirs) return false;
    symlinkSync(realpathSync(path.join(clone, 'node_modules')), path.join(this.root, 'node_modules'), 'dir');
    return true;
  }

  /** Builds it, with its own packages where they are others than ours. */
  async build(): Promise<void> {
    if (!this.sharePackages()) await this.done(spawn('npm', ['ci', '--no-audit', '--no-fund'], this.here), 'npm ci');
    const compiler = path.join(this.root, 'node_modules/typescript/bin/tsc');
    await this.done(spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json'], this.here), 'its build');
    if (!existsSync(path.join(this.root, 'dist/cli/hub.js'))) throw new Defect(`${this.name} has no hub command.`);
  }

  /** Makes its database in a data directory and fills it, by its own `hub start`, which is ended then. */
  async fill(dataDir: string, children: number, update: (done: number, of: number) => void): Promise<void> {
    const env = {
      HUB_DATA_DIR: dataDir,
      HUB_PORT: String(await freePort()),
      HUB_SAMPLE_CHILDREN: String(children),
      HUB_LOG_LEVEL: 'silent',
    };
    const hub = spawn(process.execPath, ['--max-semi-space-size=64', 'dist/cli/hub.js', 'start'], {
      cwd: this.root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.cleanUp.push(() => end(hub));
    let said = 0;
    let ready = false;
    for await (const line of createInterface({ input: hub.stdout })) {
      update(Math.min((said += 1), linesOfAStart), linesOfAStart);
      ready ||= line.startsWith('HUB READY');
      if (ready) break;
    }
    if (!ready) throw new Defect(`${this.name} did not start.`);
    await end(hub);
  }

  private get here() {
    // What it prints is told nobody unless it fails: our own figures are the output.
    return { cwd: this.root, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  }

  private async done(child: ChildProcess, what: string): Promise<void> {
    this.cleanUp.push(() => end(child));
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Defect(`${what} failed for ${this.name}.`);
  }
}
