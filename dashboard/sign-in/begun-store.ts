import { randomBytes } from 'node:crypto';
import type { Begun } from './provider.js';

const lifetimeMs = 10 * 60_000;
const most = 10_000;

/** Sign-ins that have begun and not come back: each good once, for ten minutes. */
export class BegunStore {
  private readonly begun = new Map<string, { readonly begun: Begun; readonly until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  keep(begun: Begun): string {
    const id = randomBytes(32).toString('base64url');
    this.begun.set(id, { begun, until: this.now() + lifetimeMs });
    const eldest = this.begun.keys().next();
    if (this.begun.size > most && !eldest.done) this.begun.delete(eldest.value);
    return id;
  }

  /** Takes it out: a second answer to the same beginning finds nothing. */
  take(id: string): Begun | undefined {
    const found = this.begun.get(id);
    this.begun.delete(id);
    return found && found.until > this.now() ? found.begun : undefined;
  }
}
