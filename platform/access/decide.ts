import type { Claims } from '../auth/claims.js';
import { isAmong } from '../vocabulary/role-groups.js';
import type { Facet } from '../vocabulary/facet.js';
import type { Basis, Outcome, Policy, Rule, Tier } from './rule.js';

/** What is true of one caller and one child, as the database would find it. */
export interface Facts {
  /** The bases on which the caller, their organisation or team is related to the child today. */
  readonly bases: readonly Basis[];
  /** Agreements in force today. */
  readonly agreements: readonly string[];
  /** A restriction hides the child and the role is not cleared for it. */
  readonly restricted: boolean;
  /** An objection covers this domain and purpose. */
  readonly objected: boolean;
}

export interface Decision {
  readonly outcome: Outcome;
  /** REFUSED depends on role and purpose alone; SILENT on the child. */
  readonly reason: 'PERMITTED' | 'SILENT' | 'REFUSED';
  readonly basis: Basis | null;
  /** Those of every ground that holds, whichever of them decided. */
  readonly facets: ReadonlySet<Facet>;
  readonly because: string;
}

export type Asker = Pick<Claims, 'role' | 'purpose'>;

const rank: Record<Rule['outcome'], number> = { FULL: 0, REDACTED: 1, EXISTENCE_ONLY: 2 };

/** The rules that speak of this kind of caller at all. None: refused for every child alike. */
export function rulesFor(policy: Policy, who: Asker, tier: Tier, act: Rule['act']): readonly Rule[] {
  return policy.rules.filter(
    (rule) =>
      rule.tier === tier && rule.act === act && isAmong(who.role, rule.roles) && rule.purposes.includes(who.purpose),
  );
}

/** What role and purpose may be shown of any child at all, of what only some see. */
export function facetsFor(policy: Policy, who: Asker, tier: Tier, act: Rule['act']): ReadonlySet<Facet> {
  return new Set(rulesFor(policy, who, tier, act).flatMap(({ facets }) => facets));
}

/** The decision, from facts already to hand. The database takes the same one from its own rows. */
export function decide(policy: Policy, who: Asker, tier: Tier, act: Rule['act'], facts: Facts): Decision {
  const speaking = rulesFor(policy, who, tier, act);
  if (speaking.length === 0) {
    return {
      outcome: 'NOT_SHARED',
      reason: 'REFUSED',
      basis: null,
      facets: new Set(),
      because: 'Your role and purpose are not among those this is shared with.',
    };
  }
  const silent: Decision = {
    outcome: 'NOT_SHARED',
    reason: 'SILENT',
    basis: null,
    facets: new Set(),
    because: 'Nothing connects you to this child for this purpose.',
  };
  if (facts.restricted || (facts.objected && who.purpose !== 'SAFEGUARDING')) return silent;
  const grounds = speaking
    .filter((rule) => rule.agreement === undefined || facts.agreements.includes(rule.agreement))
    .flatMap((rule) => rule.through.filter((basis) => facts.bases.includes(basis)).map((basis) => ({ rule, basis })))
    .sort((a, b) => rank[a.rule.outcome] - rank[b.rule.outcome] || (a.basis < b.basis ? -1 : 1));
  const [met] = grounds;
  if (!met) return silent;
  const facets = new Set(grounds.flatMap(({ rule }) => rule.facets));
  return { outcome: met.rule.outcome, reason: 'PERMITTED', basis: met.basis, facets, because: met.rule.because };
}
