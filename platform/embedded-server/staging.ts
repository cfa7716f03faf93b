import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './process-facts.js';

const NAME = /^new-(\d+)-/;

/**
 * Lends `build` an empty directory beside the place its result is renamed to, so that a half-built one is never seen.
 * What a process killed half-way left behind is removed first.
 */
export async function withStaging<T>(parent: string, build: (staging: string) => Promise<T>): Promise<T> {
  for (const entry of await readdir(parent)) {
    const builder = NAME.exec(entry)?.[1];
    if (builder !== undefined && !isAlive(Number(builder))) await remove(join(parent, entry));
  }
  const staging = await mkdtemp(join(parent, `new-${String(process.pid)}-`));
  try {
    return await build(staging);
  } finally {
    await remove(staging);
  }
}

/** An initdb that outlived the process that ran it may still be writing there: it fails once its files are gone. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
