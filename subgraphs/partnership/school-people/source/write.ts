import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { DirectoryRepository } from './directory.repository.js';
import type { DirectoryFact } from './fact.js';
import { directoriesOf } from './told-directories.js';

/**
 * Writes directories: what is said of a school or of a cluster takes the place of what was held of it, unless that is of a later
 * day. They are about no child.
 */
export async function writeDirectories(
  writing: Writing,
  records: readonly ResolvedRecord<DirectoryFact>[],
): Promise<Written> {
  const facts = records.flatMap((record) => record.facts);
  const directories = new DirectoryRepository(writing);
  await directories.begin();
  const written = await directories.replace(await directories.notOlder(directoriesOf(facts)));
  const posts = facts.filter(({ kind }) => kind === 'POST').length;
  return { written, unchanged: Math.max(0, posts - written) };
}
