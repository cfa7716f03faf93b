import { randomUUID } from 'node:crypto';
import type { Claims } from '../platform/auth/claims.js';
import { coLocated, type Minter, type Voucher } from '../platform/auth/minter.js';

/** Who is asking, as their token says, and what for. */
export type SignedIn = Omit<Claims, 'kid' | 'exp' | 'rid'>;

/** One client's request while it is answered: vouched for once, and never the same object for two requests. */
export class Asking {
  /** Made here for every request, never taken from the client: it is what the audit rows are found by. */
  readonly requestId = randomUUID();
  /** Stands for this request where co-located subgraphs share a unit of work; holds nothing. */
  readonly token: object = Object.freeze({});
  private readonly voucher: Voucher;
  private inProcess: Promise<string> | undefined;

  constructor(
    private readonly minter: Minter,
    who: SignedIn,
  ) {
    this.voucher = minter.vouch({ ...who, rid: this.requestId });
  }

  /** One envelope a request in process; over HTTP one a call. */
  readonly seal = (audience: string, digest?: string): Promise<string> => {
    if (audience !== coLocated || digest !== undefined) return this.minter.seal(this.voucher, audience, digest);
    this.inProcess ??= this.minter.seal(this.voucher, audience);
    return this.inProcess;
  };
}
