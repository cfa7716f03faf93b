import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isFree } from './free-port.js';

const fileIn = (dataDir: string): string => join(dataDir, 'postgres-port');

/**
 * The port of 127.0.0.1 that the server of this data directory had before, so that whoever was connected to it finds
 * it again; another that is free where there was none or somebody else has taken it since.
 */
export async function keptPort(dataDir: string): Promise<number> {
  const before = readPort(dataDir);
  return before !== undefined && (await isFree(before)) ? before : freePort();
}

/** Remembers the port beside the data, for the next start. */
export function keepPort(dataDir: string, port: number): void {
  if (readPort(dataDir) !== port) writeFileSync(fileIn(dataDir), `${String(port)}\n`, { mode: 0o600 });
}

function readPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(fileIn(dataDir), 'utf8'));
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
