import type { Caller } from '../auth/door.js';
import type { Domain } from '../vocabulary/domain.js';
import { type Cube, entitlementTo } from './cube.js';
import { facetsFor, rulesFor } from './decide.js';
import type { Facet } from '../vocabulary/facet.js';
import type { Basis, Outcome, Policy, Rule, Tier } from './rule.js';

/**
 * Which children a request is about: named by id, found from a key of another kind, searched for, listed from
 * relationships, or those of a page of a domain's own list. What is searched for is never written down: its keys are, a hash of it.
 * A kind named `own-…` is the caller's own: its keys are pages of a list, and lead to none but children whom the caller is
 * related to (`access.own`). A question that is asked `alone` is decided by itself, whatever else is asked of the kind.
 */
export type Subjects =
  | { readonly children: readonly string[] }
  | { readonly kind: string; readonly keys: readonly string[] }
  | { readonly kind: string; readonly keys: readonly [question: string]; readonly alone: true }
  | { readonly kind: 'search'; readonly keys: readonly string[]; readonly sought: object }
  | { readonly from: Listing }
  | ListPage;

/** Subjects that are no children: the database says whose each is. */
export type Keys = Exclude<Extract<Subjects, { readonly kind: string }>, ListPage>;

/** A page of a list that a domain keeps in an order of its own, of the children whom the caller is connected with. */
export interface ListPage {
  /** What is listed, as the domain's `page_of` knows it. */
  readonly kind: string;
  /** What of it is meant, which the domain reads; the audit says so too. */
  readonly keys: readonly [question: string];
  readonly from: {
    /** How much is to be shown, at most 1,000. */
    readonly limit: number;
    /** The place to go on after, as the domain writes places; from the beginning where null. */
    readonly after: string | null;
    readonly grantee?: string;
  };
}

/** From which of the caller's relationships children are listed, in the order of their ids. */
export interface Listing {
  readonly bases: readonly Basis[];
  readonly grantee?: string;
  /** The children after this one. */
  readonly after?: string;
  /** How many one opening lists: at most 5,000, and as many unless said. More are asked for after them. */
  readonly limit?: number;
}

/** What a permit asks the database to open. */
export interface AccessRequest {
  /** The domain whose tables are read. */
  readonly holder: Domain;
  /** The domain whose facts they are. */
  readonly about: Domain;
  readonly tier: Tier;
  /** AGGREGATE: figures of groups, of no child. */
  readonly act: Rule['act'] | 'AGGREGATE';
  readonly operation: string;
}

/** What the database answered for one child. */
export interface Verdict {
  readonly outcome: Exclude<Outcome, 'NOT_SHARED'>;
  readonly basis: string;
  /** What may be seen besides, of what only some see. */
  readonly facets: ReadonlySet<Facet>;
  /** The day the child died, the earliest that any of the child's records gives; null where none does. See `lifetime`. */
  readonly diedOn: string | null;
}

/** How a system's key names what it is for: `DOMAIN:operation` to read, `DOMAIN:operation:WRITE` to write. */
const operationName = (domain: Domain, operation: string, act: Rule['act']): string =>
  act === 'WRITE' ? `${domain}:${operation}:WRITE` : `${domain}:${operation}`;

/**
 * The only key a repository takes. Made from claims alone, before any read; `access.open` confirms it, child by
 * child, in the same transaction as the read. `refused` permits are opened too, so that the asking is written down,
 * but nothing is read with them.
 */
export class Permit {
  private constructor(
    readonly request: AccessRequest,
    readonly refused: boolean,
    /**
     * What role and purpose may be shown of any child besides the tier. Of a child, the verdict says it; none where the rules
     * are the database's alone.
     */
    readonly facets: ReadonlySet<Facet> = new Set(),
  ) {}

  /** For a person, by the rules; a system has operations of its own. */
  static for(
    caller: Caller,
    policy: Policy,
    want: { tier: Tier; act?: Rule['act']; operation: string; about?: Domain },
  ): Permit {
    const act = want.act ?? 'READ';
    const { domain } = policy;
    const allowed = caller.operations === null && rulesFor(policy, caller.claims, want.tier, act).length > 0;
    const request = { holder: domain, about: domain, tier: want.tier, act, operation: want.operation };
    return new Permit(request, !allowed, allowed ? facetsFor(policy, caller.claims, want.tier, act) : new Set());
  }

  /**
   * For a person and a copy of another domain's facts: whether role and purpose may see them is for the rules the database
   * holds, which are the other domain's own; none means an empty set.
   */
  static forCopy(
    caller: Caller,
    want: { holder: Domain; about: Domain; tier: Tier; act?: Rule['act']; operation: string },
  ): Permit {
    return new Permit({ ...want, act: want.act ?? 'READ' }, caller.operations !== null);
  }

  /** For a person and figures of groups, by the cube's sentences; no system asks for them. */
  static forFigures(caller: Caller, cube: Pick<Cube, 'domain' | 'name' | 'rules'>): Permit {
    const { domain, name: operation } = cube;
    const request = { holder: domain, about: domain, tier: 'EXISTENCE', act: 'AGGREGATE', operation } as const;
    return new Permit(request, caller.operations !== null || entitlementTo(cube, caller.claims) === null);
  }

  /**
   * For an operation of the hub's own systems: refused to every person whatever their role, and to a system whose key
   * does not name it. What a person may do goes by rules, which know no feeds.
   */
  static forSystem(
    caller: Caller,
    want: { holder: Domain; about?: Domain; tier: Tier; act?: Rule['act']; operation: string },
  ): Permit {
    const { holder, about = holder, act = 'READ' } = want;
    const allowed = caller.operations?.includes(operationName(holder, want.operation, act)) ?? false;
    return new Permit({ ...want, holder, about, act }, !allowed);
  }
}
