import type { Claims, Voucher } from './claims.js';

/** A caller somebody with a key has vouched for. */
export interface Caller {
  readonly claims: Claims;
  readonly voucher: Voucher;
  /** The operations a system caller is bound to, as `DOMAIN:operation`; null for a person. */
  readonly operations: readonly string[] | null;
}

/** What an envelope was found to say. */
export interface Held {
  readonly caller: Caller;
  readonly aud: string;
  readonly jti: string;
  readonly digest: string | undefined;
}

/** At most this many are remembered. */
const most = 10_000;

/**
 * The envelopes of one process that were verified, are being verified, or were minted in it: a door need not verify what
 * its own process signed a moment ago. Whoever keeps one here has looked at what the door looks at. The oldest go first.
 */
export class VerifiedEnvelopes {
  private readonly held = new Map<string, Promise<Held>>();

  get(envelope: string): Promise<Held> | undefined {
    return this.held.get(envelope);
  }

  keep(envelope: string, held: Promise<Held>): void {
    this.held.set(envelope, held);
    const oldest = this.held.size > most ? this.held.keys().next() : undefined;
    if (oldest && !oldest.done) this.held.delete(oldest.value);
  }

  forget(envelope: string): void {
    this.held.delete(envelope);
  }
}
