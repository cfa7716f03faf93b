import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  createWriteStream,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { csvValue } from '../../platform/ingest/csv-value.js';
import type { FoundPair, Person } from './matcher.js';

/** Says before hours of work what would be found out after them. Throws InvalidInput, naming the option. */
export function refuseUnwritable(out: string, inputs: readonly string[], option = '--out'): void {
  const folder = path.dirname(out);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InvalidInput(`There is no folder ${folder}, which ${option} names.`);
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new InvalidInput(`The folder ${folder}, which ${option} names, cannot be written.`, {}, { cause });
  }
  if (!existsSync(out)) return;
  if (!statSync(out).isFile()) throw new InvalidInput(`${option} takes a file: ${out} is something else.`);
  if (inputs.some((input) => existsSync(input) && realpathSync(input) === realpathSync(out)))
    throw new InvalidInput(`${option} names ${out}, which is an input too.`);
}

/** Four decimals. Only a link is ever as good as certain. */
function shown({ probability, band }: FoundPair): string {
  return (band === 'review' ? Math.min(probability, 0.9999) : probability).toFixed(4);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of a pair file: the most probable first, then by the records' names. `right` is null where `left` was de-duplicated. */
export function* pairLines(
  pairs: readonly FoundPair[],
  left: readonly Person[],
  right: readonly Person[] | null,
): Generator<string> {
  const rows = pairs.map((pair): [string, string, string, string] => [
    left[pair.left]?.id ?? '',
    (right ?? left)[pair.right]?.id ?? '',
    shown(pair),
    pair.band,
  ]);
  rows.sort((a, b) => order(b[2], a[2]) || order(a[0], b[0]) || order(a[1], b[1]));
  yield 'left,right,probability,band\n';
  for (const row of rows) yield `${row.map(csvValue).join(',')}\n`;
}

/** Writes beside the file and renames, so that a failure leaves what was there before. Throws InvalidInput. */
export async function writeWhole(out: string, lines: Iterable<string>): Promise<void> {
  // A link stays one: what it leads to is replaced.
  const whole = existsSync(out) ? realpathSync(out) : out;
  const part = `${whole}.${randomUUID()}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(part));
    renameSync(part, whole);
  } catch (cause) {
    rmSync(part, { force: true });
    throw new InvalidInput(`${out} could not be written: is there room on the disk?`, {}, { cause });
  }
}
