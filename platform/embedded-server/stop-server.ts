import { setTimeout as delay } from 'node:timers/promises';
import { isServerOf } from './running-server.js';

const FAST_MS = 8_000;
const IMMEDIATE_MS = 1_500;
const POLL_MS = 10;

/**
 * Stops the server `pid` of `cluster` and waits until it is gone. Fast shutdown (connections are ended, data written)
 * first; after `fastMs` immediate shutdown, which the next start recovers from. Within 10 s altogether.
 */
export async function stopServer(pid: number, cluster: string, fastMs = FAST_MS): Promise<void> {
  if (!signal(pid, cluster, 'SIGINT') || (await isGone(pid, cluster, fastMs))) return;
  if (signal(pid, cluster, 'SIGQUIT')) await isGone(pid, cluster, IMMEDIATE_MS);
}

/** Never signals a process that has since been given the number. */
function signal(pid: number, cluster: string, name: NodeJS.Signals): boolean {
  return isServerOf(pid, cluster) && process.kill(pid, name);
}

async function isGone(pid: number, cluster: string, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isServerOf(pid, cluster)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
