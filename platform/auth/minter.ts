import { createHash, randomUUID } from 'node:crypto';
import { CompactSign, importJWK } from 'jose';
import { type Claims, claimsLifetimeSeconds, claimsOf, type Voucher } from './claims.js';
import { type MinterKey, speaksFor, tagOf } from './keys.js';
import type { VerifiedEnvelopes } from './verified-envelopes.js';

export type { Voucher } from './claims.js';

/** The audience of an envelope that stays within one process. */
export const coLocated = 'co-located';

/** The header an envelope travels in. */
export const assertionHeader = 'hub-assertion';

/** What binds an envelope sent over HTTP to the one operation it was made for. */
export function digestOf(document: string, variables: unknown): string {
  return createHash('sha256')
    .update(document)
    .update('\0')
    .update(JSON.stringify(variables ?? {}))
    .digest('base64url');
}

/** Vouches for callers with one minter's key. Made once per process. */
export class Minter {
  private constructor(
    private readonly key: MinterKey,
    private readonly signingKey: Awaited<ReturnType<typeof importJWK>>,
    private readonly verified: VerifiedEnvelopes | undefined,
  ) {}

  /** `verified` is the memory of this process's own doors: what is minted for them they need not verify again. */
  static async of(key: MinterKey, verified?: VerifiedEnvelopes): Promise<Minter> {
    return new Minter(key, await importJWK(key.privateKey, 'EdDSA'), verified);
  }

  /** One voucher per request. `exp` and `kid` are set here, so that no caller of this chooses them. */
  vouch(who: Omit<Claims, 'kid' | 'exp'>): Voucher {
    const exp = Math.floor(Date.now() / 1000) + claimsLifetimeSeconds;
    const claims = JSON.stringify({ kid: this.key.kid, ...who, exp });
    return { claims, tag: tagOf(this.key, claims) };
  }

  /** A voucher for this minter's own system subject; refused for a minter that has none. */
  vouchForSystem(rid: string = randomUUID()): Voucher {
    const bound = this.key.binding;
    if (!bound) throw new TypeError(`${this.key.minter} speaks for people, not for a system`);
    const purpose = bound.purpose as Claims['purpose'];
    return this.vouch({
      sub: bound.subject,
      name: bound.subject,
      org: '',
      role: 'system',
      purpose,
      purposes: [purpose],
      scopes: [],
      rid,
    });
  }

  /**
   * The signed envelope around a voucher, for one audience. Over HTTP it carries the digest of the operation and is
   * spent at the door; in process one serves the whole request.
   */
  async seal(voucher: Voucher, audience: string, digest?: string): Promise<string> {
    const jti = randomUUID();
    const payload = JSON.stringify({ ...voucher, aud: audience, jti, ...(digest === undefined ? {} : { digest }) });
    const envelope = await new CompactSign(new TextEncoder().encode(payload))
      .setProtectedHeader({ alg: 'EdDSA', kid: this.key.kid })
      .sign(this.signingKey);
    if (audience === coLocated) this.remember(envelope, voucher, jti);
    return envelope;
  }

  /** Whatever a door would refuse is left to the door. */
  private remember(envelope: string, voucher: Voucher, jti: string): void {
    if (!this.verified) return;
    const claims = claimsOf(voucher.claims);
    if (claims?.kid !== this.key.kid || !speaksFor(this.key, claims)) return;
    const caller = { claims, voucher, operations: this.key.binding?.operations ?? null };
    this.verified.keep(envelope, Promise.resolve({ caller, aud: coLocated, jti, digest: undefined }));
  }
}
