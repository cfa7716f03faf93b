import { mkdir } from 'node:fs/promises';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { Identifiers } from '../identifiers.js';
import { Random } from '../random.js';
import { Phones } from './contact.js';
import { drawFamilies } from './family.js';
import { groupsOf, type Group } from './groups.js';
import { postcodesFor } from './home.js';
import type { PersonArea } from './household.js';
import type { TrueChild } from './person.js';
import { PersonFiles, type PersonCounts } from './person-files.js';
import { recordsOf } from './records.js';
import type { WrittenRecord } from './written-record.js';

export interface PersonsOptions {
  /** How many children there are in truth; some are held by no agency. */
  readonly children: number;
  readonly seed: number;
  /** Made where it is not there; files of an earlier sample are replaced. */
  readonly outDir: string;
  /** The day the files stand at, `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly onProgress?: (drawn: number, children: number) => void;
}

export interface PersonsReport extends PersonCounts {
  readonly children: number;
}

/** One child in truth, with what was written of it. */
export interface DrawnChild {
  readonly child: TrueChild;
  readonly records: readonly WrittenRecord[];
  readonly groups: readonly Group[];
}

const mostChildren = 300_000;
const childrenPerSchool = 220;
const progressEvery = 1000;

/**
 * Writes what education, health and social care each know of who a child is, with the errors of each, and the truth:
 * education.csv, health.csv, social-care.csv (columns: person-table.ts), truth.csv (`left,right`: every pair of records
 * of one child, the lesser id left) and groups.csv (`id,group`: groups.ts). The same arguments give the same bytes.
 * Throws InvalidInput for less than one child, and for more than the identifiers of the test ranges are enough for.
 */
export async function writePersons(options: PersonsOptions): Promise<PersonsReport> {
  const { children, seed, outDir, asAt, onProgress } = options;
  if (!Number.isInteger(children) || children < 1 || children > mostChildren) {
    throw new InvalidInput(`A sample of persons has from 1 to ${String(mostChildren)} children.`);
  }
  await mkdir(outDir, { recursive: true });
  const files = new PersonFiles(seed);
  let drawn = 0;
  for (const { records, groups } of drawnChildren(children, seed, asAt)) {
    files.add(records, groups);
    drawn++;
    if (drawn % progressEvery === 0 || drawn === children) onProgress?.(drawn, children);
  }
  return { children, ...(await files.write(outDir)) };
}

/** As many children as asked, family by family. */
export function* drawnChildren(children: number, seed: number, asAt: string): Generator<DrawnChild> {
  const area: PersonArea = {
    asAt,
    postcodes: postcodesFor(children),
    schools: Math.ceil(children / childrenPerSchool),
    identifiers: new Identifiers(),
    phones: new Phones(),
  };
  let left = children;
  for (let mother = 0; left > 0; mother++) {
    const random = new Random(seed, 'persons', mother);
    for (const drawn of drawFamilies(random, area)) {
      const family = drawn.slice(0, left);
      left -= family.length;
      for (const child of family) {
        const siblings = family.filter((other) => other !== child);
        const records = recordsOf(random, child, siblings, asAt);
        yield { child, records, groups: groupsOf(child, family, records) };
      }
    }
  }
}
