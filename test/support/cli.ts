import { spawn } from 'node:child_process';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A hub under test waits for its domains for as long as a busy machine may take. */
export const patient = {
  HUB_DOMAIN_TIMEOUT_MS: '240000',
  HUB_FEED_LATE_MS: '86400000',
  // Hubs under test stand beside one another: the pages of each take any free port.
  DASHBOARD_PORT: '0',
} as const;

/** Runs `hub` as its user does: the built program, in a process of its own, with nothing of ours in its environment. */
export function hub(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  limitMs = 240_000,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(productRoot, 'dist/cli/hub.js'), ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...patient, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    child.on('close', (status) => {
      resolve({ status, out, err });
    });
  });
}
