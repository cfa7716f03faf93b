import type { Relay } from './relay.js';

/** Lets every feed work until none has anything new: one feed's copy is often another's news. */
export async function catchUp(relays: readonly Relay[]): Promise<void> {
  let taken: number;
  do {
    taken = 0;
    for (const relay of relays) taken += await relay.catchUp();
  } while (taken > 0);
}
