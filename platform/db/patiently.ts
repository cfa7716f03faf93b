import { setTimeout as delay } from 'node:timers/promises';

/** What passes by itself: a server that starts, that is full for a moment, or that is too busy to answer yet. */
const passingStates = new Set(['57P03', '53300', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
const passingWords = /timeout|terminated unexpectedly/i;

/** Whether a failure to connect may be over at the next try. A wrong address or a wrong password is not. */
export function mayPass(error: unknown): boolean {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return code === undefined ? passingWords.test(message ?? '') : passingStates.has(code);
}

export interface Patience {
  /** No try is begun after this long. */
  readonly boundMs: number;
  /** The longest that one try may take. */
  readonly eachMs: number;
  readonly pauseMs: number;
  readonly now: () => number;
}

const usual: Patience = { boundMs: 60_000, eachMs: 15_000, pauseMs: 250, now: () => performance.now() };

/**
 * Tries until it succeeds, the failure is one that stays, or the bound is reached; then the last failure is thrown.
 * On a busy machine a database that is well may take many seconds to take a connection.
 */
export async function patiently<Result>(
  attempt: (withinMs: number) => Promise<Result>,
  { boundMs, eachMs, pauseMs, now }: Patience = usual,
): Promise<Result> {
  const began = now();
  for (;;) {
    try {
      return await attempt(eachMs);
    } catch (error) {
      if (!mayPass(error) || now() - began + pauseMs > boundMs) throw error;
    }
    await delay(pauseMs);
  }
}
