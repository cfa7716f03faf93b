import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundsOn } from './bounds.js';
import { oneByOne } from './pieces.js';
import type { Column, Mapped, Rejection, SourceFormat } from './record.js';

/** The day that files are tried on. */
const trialToday = '2026-11-20';

/** What a source made of its files. */
export interface TrialResult<Fact> {
  readonly taken: readonly Mapped<Fact>[];
  readonly rejected: readonly Rejection[];
}

/** Parses and maps files to the end, as the ingest runner does, without resolving or writing. For tests. */
export async function trial<Fields, Fact>(
  format: SourceFormat<Fields, Fact>,
  files: readonly string[],
): Promise<TrialResult<Fact>> {
  const taken: Mapped<Fact>[] = [];
  const rejected: Rejection[] = [];
  for await (const record of oneByOne(format.parse(files))) {
    if ('rule' in record) {
      rejected.push(record);
      continue;
    }
    const result = format.map(record, boundsOn(trialToday));
    if ('taken' in result) taken.push(result.taken);
    else rejected.push(...result.rejected);
  }
  return { taken, rejected };
}

/** Tries contents as if each were a file, in files that are gone again afterwards. */
export async function trialOf<Fields, Fact>(
  format: SourceFormat<Fields, Fact>,
  ...contents: readonly (string | Buffer)[]
): Promise<TrialResult<Fact>> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-trial-'));
  try {
    const files = contents.map((_, index) => join(folder, `file-${String(index + 1)}`));
    await Promise.all(files.map((file, index) => writeFile(file, contents[index] ?? '')));
    return await trial(format, files);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A CSV of the columns: a row for each change to the columns' own examples. */
export function csvOf(columns: readonly Column[], ...changes: readonly Readonly<Record<string, string>>[]): string {
  const quoted = (values: readonly string[]): string =>
    values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
  const rows = changes.map((change) => quoted(columns.map(({ name, example }) => change[name] ?? example)));
  return [quoted(columns.map(({ name }) => name)), ...rows, ''].join('\r\n');
}
