import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processFacts } from '../platform/db/embedded/process-facts.js';

/** A part of the hub that runs, as `hub status` lists it. */
export interface Part {
  readonly name: string;
  readonly pid: number;
  readonly address: string;
}

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

  /**
   * The process that runs the whole hub here; null where none does. A killed hub leaves its note behind, and its
   * number may since have been given to a stranger, who is not taken for it.
   */
  livingHub(): number | null {
    if (!existsSync(this.file('hub'))) return null;
    const { pid } = this.read('hub.json');
    return pid !== process.pid && /\bhub(\.js)? start\b/.test(processFacts(pid)?.command ?? '') ? pid : null;
  }

  private read(file: string): Part {
    return JSON.parse(readFileSync(path.join(this.folder, file), 'utf8')) as Part;
  }

  private file(name: string): string {
    return path.join(this.folder, `${name}.json`);
  }
}
