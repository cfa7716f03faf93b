import type { Agreement } from '../vocabulary/agreement.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Purpose } from '../vocabulary/purpose.js';
import type { RoleGroup } from '../vocabulary/role-groups.js';
import type { Facet } from '../vocabulary/facet.js';

/**
 * How telling a fact is. EXISTENCE: that something is held. T1 who the child is. T2 education and SEND. T3 health and
 * social-care summaries. T4 clinical and protection detail.
 */
export type Tier = 'EXISTENCE' | 'T1' | 'T2' | 'T3' | 'T4';

/** Through what a person comes to know a child. Each is a dated row that a domain writes. */
export type Basis =
  | 'SCHOOL_ROLL'
  | 'CASELOAD'
  | 'REFERRAL'
  | 'TEAM_AROUND_SCHOOL'
  | 'LOOKED_AFTER_DUTY'
  | 'ONCE_LOOKED_AFTER'
  | 'PLAN_DUTY'
  | 'RESIDENCE'
  | 'MATCH_REVIEW'
  | 'PARENTAL_RESPONSIBILITY'
  | 'SELF_CLAIMED'
  | 'BREAK_GLASS';

/** Whom a basis may connect a child to, and whether a person's own act (a referral's end, an agenda) may write it. */
export const granteeOf: Readonly<Record<Basis, { readonly grantee_shape: string; readonly by_person: boolean }>> = {
  SCHOOL_ROLL: { grantee_shape: '^org:[0-9]{6}$', by_person: false },
  CASELOAD: { grantee_shape: '^person:.+$', by_person: false },
  REFERRAL: { grantee_shape: '^org:[A-Z0-9]{3,10}$', by_person: true },
  TEAM_AROUND_SCHOOL: { grantee_shape: '^team:tas:[0-9]{6}$', by_person: true },
  LOOKED_AFTER_DUTY: { grantee_shape: '^org:[0-9]{3}$', by_person: false },
  ONCE_LOOKED_AFTER: { grantee_shape: '^org:[0-9]{3}$', by_person: false },
  PLAN_DUTY: { grantee_shape: '^org:[0-9]{3}$', by_person: false },
  RESIDENCE: { grantee_shape: '^org:[0-9]{3}$', by_person: false },
  MATCH_REVIEW: { grantee_shape: '^org:[0-9]{3}$', by_person: true },
  PARENTAL_RESPONSIBILITY: { grantee_shape: '^person:.+$', by_person: false },
  SELF_CLAIMED: { grantee_shape: '^person:.+$', by_person: true },
  BREAK_GLASS: { grantee_shape: '^person:.+$', by_person: true },
};

export type Outcome = 'FULL' | 'REDACTED' | 'EXISTENCE_ONLY' | 'NOT_SHARED';

/** One sentence of a policy: these roles, for these purposes, through this relationship, see (or change) this tier. */
export interface Rule {
  readonly tier: Tier;
  readonly act: 'READ' | 'WRITE';
  readonly roles: RoleGroup;
  readonly purposes: readonly [Purpose, ...Purpose[]];
  readonly through: readonly [Basis, ...Basis[]];
  /** The sharing agreement it rests on; none where the law alone is the basis. */
  readonly agreement?: Agreement;
  readonly outcome: Exclude<Outcome, 'NOT_SHARED'>;
  /** What it opens besides, of what only some see who see the tier. */
  readonly facets: readonly Facet[];
  /** Why, in a sentence that `Child.access` can show. */
  readonly because: string;
}

/** Under what some fields of the graph stand. One that stands under several is seen as far as each of them lets it be. */
export interface Showing {
  /** Whose facts they are, where they are a copy. */
  readonly about?: Domain;
  readonly tier: Tier;
  /** Each by `Type.field`. */
  readonly fields: readonly [string, ...string[]];
  /** What they take besides the tier: with some of several they are seen in part. */
  readonly facets?: readonly [Facet, ...Facet[]];
  /** Whether something of them is seen by the tier alone. */
  readonly without?: 'PART';
  /** Whether this is a part of them, which is told whether the others are or not. */
  readonly isPart?: true;
}

/** Everything one domain shares of one kind of fact, and with whom. What no rule says is not shared. */
export interface Policy {
  readonly domain: Domain;
  readonly version: string;
  readonly rules: readonly Rule[];
  /** The fields that the rules are about: `docs/who-sees-what.md` is written from them. */
  readonly shows?: readonly Showing[];
}
