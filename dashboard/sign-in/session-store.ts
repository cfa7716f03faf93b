import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '../layout/layout.js';
import type { Decided } from '../match/decided.js';
import type { QueueSeen } from '../match/queue-seen.js';
import type { SeveralDone } from '../waiting-list/several-done.js';

/** Whom the page was signed in as; the tokens never leave the server. */
export interface SignedInAs {
  readonly accessToken: string;
  /** Kept for the provider's own sign-out. */
  readonly idToken: string | undefined;
  readonly refreshToken: string | undefined;
  /** When the access token is over, milliseconds since the epoch. */
  readonly expiresAt: number;
  /** When they last proved, on being asked to, who they are, milliseconds since the epoch; undefined where never. */
  readonly provenAt?: number | undefined;
  /** The roles they may take, as the provider says; which one is in use their access token says. */
  readonly roles?: readonly string[] | undefined;
  /** The role that was asked for; undefined where the provider chose. */
  readonly role?: string | undefined;
  /** Who it is, as their provider calls them; undefined where it did not say. */
  readonly subject?: string | undefined;
}

export interface Session {
  /** What forms of this session carry, masked anew in each page. */
  readonly formSecret: Buffer;
  as: SignedInAs;
  /** The purpose that was chosen in the header; undefined for the token's first. */
  purpose: string | undefined;
  /** Said once, on the next page. */
  banner: string | undefined;
  /** What was decided about records in this session, the latest first: so that a slip is found again. */
  decided?: readonly Decided[] | undefined;
  /** The queue of reviews as far as they went through it: so that a page says which of how many it is. */
  queue?: QueueSeen | undefined;
  /** What came of several waits that were changed together last. */
  several?: SeveralDone | undefined;
  /** Who it is, as the gateway says; asked once. */
  viewer: Viewer | undefined;
  readonly startedAt: number;
  usedAt: number;
}

/** A person who does nothing for this long signs in again. */
const idleMs = 20 * 60_000;
/** However busy, after this long. */
const longestMs = 8 * 60 * 60_000;
/** So many at once; the one that was used least lately gives way. */
const most = 10_000;

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

/**
 * Sessions of people in browsers, in memory alone: under the hash of their id, so that who reads the memory of the store
 * cannot sign in with what is written there.
 */
export class SessionStore {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly now: () => number = Date.now) {}

  /**
   * A new session, and the id that its cookie holds. Whoever proves anew who they are goes on with what they were at; of
   * somebody else’s session nothing is taken over.
   */
  begin(as: SignedInAs, before?: Session): string {
    const id = randomBytes(32).toString('base64url');
    const at = this.now();
    const same = before !== undefined && as.subject !== undefined && before.as.subject === as.subject;
    this.sessions.set(keyOf(id), {
      ...(same ? { decided: before.decided, queue: before.queue } : {}),
      ...{ formSecret: randomBytes(32), as, purpose: undefined, banner: undefined, viewer: undefined },
      ...{ startedAt: at, usedAt: at },
    });
    const eldest = this.sessions.keys().next();
    if (this.sessions.size > most && !eldest.done) this.sessions.delete(eldest.value);
    return id;
  }

  /** The session of an id, used now; undefined where there is none, or it is over. */
  of(id: string): Session | undefined {
    const key = keyOf(id);
    const found = this.sessions.get(key);
    if (!found) return undefined;
    this.sessions.delete(key);
    const at = this.now();
    if (at - found.usedAt >= idleMs || at - found.startedAt >= longestMs) return undefined;
    found.usedAt = at;
    // Put in again, so that the first of the map is the one that was used least lately.
    this.sessions.set(key, found);
    return found;
  }

  end(id: string): void {
    this.sessions.delete(keyOf(id));
  }
}
