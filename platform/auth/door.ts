import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { Unauthenticated } from '../errors/hub-error.js';
import { parseClaims } from './claims.js';
import { type DoorKey, speaksFor } from './keys.js';
import { coLocated } from './minter.js';
import { type Caller, type Held, VerifiedEnvelopes } from './verified-envelopes.js';

export type { Caller } from './verified-envelopes.js';

/** A caller whose envelope was verified and spent, before the operation it was made for was read. */
export interface Announced {
  /** The caller, where this is that operation; Unauthenticated where it is another. */
  readonly enter: (digest: string) => Caller;
}

const envelopeSchema = z.object({
  claims: z.string(),
  tag: z.string(),
  aud: z.string(),
  jti: z.string(),
  digest: z.string().optional(),
});

/** Spent ids are swept when there are this many. */
const sweepAt = 10_000;

const refusal = (): Unauthenticated => new Unauthenticated('The caller was not vouched for.');

/**
 * The one door of a subgraph: verifies the envelope before anything else is looked at. Verified envelopes are
 * remembered, bounded and never past expiry, because the check is the same for every call of a request.
 */
export class Door {
  private readonly spent = new Map<string, number>();
  private readonly keys: Map<string, DoorKey & { imported: ReturnType<typeof importJWK> }>;

  constructor(
    private readonly audience: string,
    keys: readonly DoorKey[],
    /** Shared by co-located doors: one envelope serves a whole request, and is verified once. */
    private readonly verified: VerifiedEnvelopes = new VerifiedEnvelopes(),
  ) {
    this.keys = new Map(
      keys.map((key) => [key.kid, { ...key, imported: Promise.resolve(importJWK(key.publicKey, 'EdDSA')) }]),
    );
  }

  /** In process: the same envelope serves every call of its request. */
  async enterInProcess(envelope: string): Promise<Caller> {
    const held = await this.verify(envelope);
    if (held.aud !== coLocated) throw refusal();
    return held.caller;
  }

  /**
   * Over HTTP, from the header alone: made for this door, and good once, whatever comes with it. So nobody has a body
   * read twice for one envelope, and nobody without one has any read.
   */
  async announce(envelope: string): Promise<Announced> {
    const held = await this.verify(envelope);
    if (held.aud !== this.audience || held.digest === undefined || this.spent.has(held.jti)) throw refusal();
    this.spend(held);
    return {
      enter: (digest) => {
        if (held.digest !== digest) throw refusal();
        return held.caller;
      },
    };
  }

  /** Over HTTP, where the operation is known already. */
  async enterOverHttp(envelope: string, digest: string): Promise<Caller> {
    return (await this.announce(envelope)).enter(digest);
  }

  private async verify(envelope: string): Promise<Held> {
    const known = this.verified.get(envelope);
    const checking = known ?? this.check(envelope);
    // Remembered while it is being checked: calls of one turn then go on in one turn, and share a unit of work.
    if (!known) this.verified.keep(envelope, checking);
    const held = await checking.catch((error: unknown) => {
      this.verified.forget(envelope);
      throw error;
    });
    if (held.aud !== coLocated) this.verified.forget(envelope);
    if (held.caller.claims.exp > Date.now() / 1000) return held;
    this.verified.forget(envelope);
    throw refusal();
  }

  private async check(envelope: string): Promise<Held> {
    try {
      const kid = decodeProtectedHeader(envelope).kid ?? '';
      const key = this.keys.get(kid);
      if (!key) throw refusal();
      const { payload } = await compactVerify(envelope, await key.imported, { algorithms: ['EdDSA'] });
      const {
        claims: text,
        tag,
        aud,
        jti,
        digest,
      } = envelopeSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
      const claims = parseClaims(text);
      if (claims.kid !== kid || !speaksFor(key, claims)) throw refusal();
      return {
        caller: { claims, voucher: { claims: text, tag }, operations: key.binding?.operations ?? null },
        aud,
        jti,
        digest,
      };
    } catch {
      throw refusal();
    }
  }

  /** A spent id is remembered until its envelope has expired, however many come: forgotten sooner, it could be used again. */
  private spend({ jti, caller }: Held): void {
    const now = Date.now() / 1000;
    if (this.spent.size >= sweepAt) for (const [id, exp] of this.spent) if (exp <= now) this.spent.delete(id);
    this.spent.set(jti, caller.claims.exp);
  }
}
