import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writePersons } from '../sample/persons/write-persons.js';
import { readEnvironment } from '../platform/config/environment.js';
import type { Measured } from './matching-measure.js';
import { matchingTable } from './matching-report.js';
import type { MatchingSet } from './matching-set.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const sampleSeed = 7;
const sampleAsAt = '2026-11-20';

/** Public sets of other people's making, under SHARED_DATA. */
function publicSets(folder: string): MatchingSet[] {
  const under = (...names: string[]): string => path.join(folder, ...names);
  return [
    {
      name: 'fake_1000',
      files: [under('splink_datasets', 'fake_1000.csv')],
      linked: false,
      map: 'id=unique_id,given=first_name,family=surname,dateOfBirth=dob,town=city',
      truth: { by: 'column', id: 'unique_id', column: 'cluster' },
    },
    {
      name: 'FEBRL 3',
      files: [under('splink_datasets', 'febrl', 'dataset3.csv')],
      linked: false,
      map: 'id=rec_id,given=given_name,family=surname,dateOfBirth=date_of_birth,address=address_1,town=suburb',
      truth: { by: 'record-name' },
    },
    {
      name: 'family-context',
      files: ['csc.csv', 'education.csv'].map((name) => under('family-context-live', name)),
      linked: true,
      map: 'given=First Name,family=Last Name,dateOfBirth=Date Of Birth,sex=Gender,address=Address',
      truth: { by: 'row', given: 'First Name', family: 'Last Name', dateOfBirth: 'Date Of Birth' },
    },
  ];
}

/** Three agencies' people of our own fictional area. */
async function ownSample(children: number, outDir: string): Promise<MatchingSet> {
  await writePersons({ children, seed: sampleSeed, outDir, asAt: sampleAsAt });
  const at = (name: string): string => path.join(outDir, `${name}.csv`);
  return {
    name: `sample ${children.toLocaleString('en-GB')}`,
    files: ['education', 'health', 'social-care'].map(at),
    linked: false,
    map: '',
    truth: { by: 'file', pairs: at('truth'), groups: at('groups') },
  };
}

async function measured(set: MatchingSet): Promise<Measured> {
  say(`${set.name}…`);
  const part = path.join(import.meta.dirname, 'matching-part.js');
  const { stdout } = await promisify(execFile)(process.execPath, [part, JSON.stringify(set)]);
  return JSON.parse(stdout) as Measured;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, children: { type: 'string', default: '10000,30000,100000' } },
  });
  const found: Measured[] = [];
  const { sharedData } = readEnvironment();
  if (sharedData === undefined || !existsSync(sharedData)) say('SKIPPED the public sets: SHARED_DATA is not set.');
  else for (const set of publicSets(sharedData)) found.push(await measured(set));
  for (const children of values.children.split(',').filter(Boolean).map(Number)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'hub-matching-'));
    try {
      found.push(await measured(await ownSample(children, folder)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const machine = { node: process.version, processors: availableParallelism() };
  const facts = `node ${machine.node}, ${machine.processors} processors, sample seed ${sampleSeed}\n\n`;
  process.stdout.write(values.json ? `${JSON.stringify({ machine, found }, null, 2)}\n` : facts + matchingTable(found));
}

await main();
