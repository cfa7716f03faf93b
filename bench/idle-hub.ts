import { setTimeout as wait } from 'node:timers/promises';
import { startHub, type StartedHub } from './started-hub.js';

/** Longer than a backend may keep what it has counted to itself while it is idle. */
const reportedMs = 15_000;

/**
 * Starts a hub and waits until it has settled: what loading left for the server to tidy is tidied, and what was counted
 * is reported.
 */
export async function startIdleHub(children: number): Promise<StartedHub> {
  const hub = await startHub(children);
  try {
    await hub.admin.query('vacuum analyze');
    // What the analysis itself left behind.
    await hub.admin.query('vacuum');
    await hub.admin.query('checkpoint');
    await wait(reportedMs);
    return hub;
  } catch (error) {
    await hub.stop();
    throw error;
  }
}
