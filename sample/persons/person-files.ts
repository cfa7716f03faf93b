import { join } from 'node:path';
import { TextFile } from '../write/text-file.js';
import { groups, type Group } from './groups.js';
import { agencies, type Agency } from './person.js';
import { personTable } from './person-table.js';
import { shuffledIds, type ShuffledIds } from './shuffled-ids.js';
import type { WrittenRecord } from './written-record.js';

/** One agency's file. */
export interface PersonFile {
  readonly agency: Agency;
  readonly path: string;
  readonly records: number;
}

/** Everything written. */
export interface PersonCounts {
  readonly files: readonly PersonFile[];
  /** Lines of truth.csv. */
  readonly truePairs: number;
  /** Children of each group of whom some agency holds a record. */
  readonly groups: Readonly<Record<Group, number>>;
}

const letters: Readonly<Record<Agency, string>> = { education: 'E', health: 'H', 'social-care': 'S' };
const lineEnd = '\r\n';

interface KeptChild {
  readonly places: readonly { readonly agency: Agency; readonly index: number }[];
  readonly groups: readonly Group[];
}

/** Gathers records, then deals them out in an order that says nothing of the child: the shuffle needs them all. */
export class PersonFiles {
  private readonly lines: Readonly<Record<Agency, string[]>> = { education: [], health: [], 'social-care': [] };
  private readonly children: KeptChild[] = [];

  constructor(private readonly seed: number) {}

  /** All the records of one child. */
  add(written: readonly WrittenRecord[], of: readonly Group[]): void {
    if (written.length === 0) return;
    const places = written.map(({ agency, record }) => {
      const index = this.lines[agency].push(personTable.line(record)) - 1;
      return { agency, index };
    });
    this.children.push({ places, groups: of });
  }

  /** Writes education.csv, health.csv, social-care.csv, truth.csv and groups.csv into the folder. */
  async write(outDir: string): Promise<PersonCounts> {
    const idsOf = (agency: Agency): ShuffledIds => shuffledIds(letters[agency], this.lines[agency].length, this.seed);
    const ids = { education: idsOf('education'), health: idsOf('health'), 'social-care': idsOf('social-care') };
    const files: PersonFile[] = [];
    for (const agency of agencies) {
      const path = join(outDir, `${agency}.csv`);
      files.push({
        agency,
        path,
        records: await writeLines(path, personTable.header(), this.recordLines(agency, ids[agency])),
      });
    }
    const named = (child: KeptChild): string[] =>
      child.places.map(({ agency, index }) => ids[agency].idOf(index)).sort();
    const truePairs = await writeLines(join(outDir, 'truth.csv'), `left,right${lineEnd}`, this.truth(named));
    await writeLines(join(outDir, 'groups.csv'), `id,group${lineEnd}`, this.groupLines(named));
    return { files, truePairs, groups: this.groupCounts() };
  }

  private *recordLines(agency: Agency, { idOf, order }: ShuffledIds): Generator<string> {
    // A line was kept with its first column blank: the id goes before it.
    for (const index of order) yield `${idOf(index)}${this.lines[agency][index] ?? ''}`;
  }

  private *truth(named: (child: KeptChild) => readonly string[]): Generator<string> {
    for (const child of this.children) {
      const ids = named(child);
      for (const [at, left] of ids.entries()) for (const right of ids.slice(at + 1)) yield `${left},${right}${lineEnd}`;
    }
  }

  private *groupLines(named: (child: KeptChild) => readonly string[]): Generator<string> {
    for (const child of this.children) {
      for (const group of child.groups) for (const id of named(child)) yield `${id},${group}${lineEnd}`;
    }
  }

  private groupCounts(): Readonly<Record<Group, number>> {
    const count = (group: Group): number => this.children.filter((child) => child.groups.includes(group)).length;
    return Object.fromEntries(groups.map((group) => [group, count(group)])) as Record<Group, number>;
  }
}

/** The lines below the header; tells how many there were. */
async function writeLines(path: string, header: string, lines: Iterable<string>): Promise<number> {
  const file = new TextFile(path);
  await file.write(header);
  let count = 0;
  for (const line of lines) {
    await file.write(line);
    count++;
  }
  await file.close();
  return count;
}
