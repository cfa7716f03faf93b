import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processFacts } from '../platform/embedded-server/process-facts.js';

/** A part of the hub that runs, as `hub status` lists it. */
export interface Part {
  readonly name: string;
  readonly pid: number;
  readonly address: string;
  /** Its process started the embedded database, which ends with it; not there where another did, or none of ours. */
  readonly database?: 'embedded';
}

/** Whether the process of this number is a hub's now. */
const isHub = (pid: number): boolean => /\bhub(\.js)? start\b/.test(processFacts(pid)?.command ?? '');

/** The parts that run on one data directory, each noted in a file of its own: how commands find one another. */
export class NotedParts {
  private readonly folder: string;

  constructor(private readonly dataDir: string) {
    this.folder = path.join(dataDir, 'run');
  }

  note(part: Part): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.file(part.name), JSON.stringify(part));
  }

  forget(name: string): void {
    rmSync(this.file(name), { force: true });
  }

  all(): Part[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).map((file) => this.read(file));
  }

  /** Where questions are asked here; null where no gateway runs. */
  gatewayAddress(): string | null {
    const running = this.all().find(({ name, pid }) => (name === 'hub' || name === 'gateway') && isHub(pid));
    return running?.address ?? null;
  }

  /**
   * The process that runs the whole hub here; null where none does. A killed hub leaves its note behind, and its
   * number may since have been given to a stranger, who is not taken for it.
   */
  livingHub(): number | null {
    if (!existsSync(this.file('hub'))) return null;
    const { pid } = this.read('hub.json');
    return pid !== process.pid && isHub(pid) ? pid : null;
  }

  private read(file: string): Part {
    return JSON.parse(readFileSync(path.join(this.folder, file), 'utf8')) as Part;
  }

  private file(name: string): string {
    return path.join(this.folder, `${name}.json`);
  }
}
