import { areaSharing } from '../vocabulary/agreement.js';
import type { Purpose } from '../vocabulary/purpose.js';
import type { RoleGroup } from '../vocabulary/role-groups.js';
import type { Role } from '../vocabulary/role.js';
import type { Rule, Tier } from './rule.js';

/** What connects somebody to a child, and why that is enough. */
export type Ground = Pick<Rule, 'through' | 'agreement' | 'because'>;

/** Who is allowed, what for and on what ground: a rule but for what of the child's it opens. */
export type Allowed = Ground & Pick<Rule, 'roles' | 'purposes'>;

type Bases = Rule['through'];

/** One or more, each of them a word or a group that has a name; none of them is empty, so nor are they together. */
type Some<Word> = readonly [Word | readonly [Word, ...Word[]], ...(Word | readonly [Word, ...Word[]])[]];

const flat = <Word>(some: Some<Word>): readonly [Word, ...Word[]] =>
  some.flat() as unknown as readonly [Word, ...Word[]];

/** A ground that rests on the law alone: `byLaw('CASELOAD').because('The child is on your caseload.')`. */
export const byLaw = (...through: Bases): { readonly because: (reason: string) => Ground } => ({
  because: (because) => ({ through, because }),
});

/** A ground that holds while the area's sharing agreement is in force. */
export const byAgreement = (...through: Bases): { readonly because: (reason: string) => Ground } => ({
  because: (because) => ({ through, because, agreement: areaSharing }),
});

/** A policy's sentence: `allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(onCaseload)`. */
export const allow = (...who: readonly [Role | RoleGroup, ...(Role | RoleGroup)[]]) => ({
  for: (...what: Some<Purpose>) => ({
    when: (ground: Ground): Allowed => ({ ...ground, roles: flat<Role>(who), purposes: flat(what) }),
  }),
});

/** Whoever is allowed sees everything of a tier. */
export const mayRead = (tier: Tier, allowed: readonly Allowed[]): readonly Rule[] =>
  allowed.map((rule) => ({ ...rule, tier, act: 'READ', outcome: 'FULL' }));

/** Whoever is allowed may change what stands in a tier. */
export const mayChange = (tier: Tier, allowed: readonly Allowed[]): readonly Rule[] =>
  allowed.map((rule) => ({ ...rule, tier, act: 'WRITE', outcome: 'FULL' }));

/** Whoever is allowed is told that something is held, and nothing of what it is. */
export const mayKnowOf = (allowed: readonly Allowed[]): readonly Rule[] =>
  allowed.map((rule) => ({ ...rule, tier: 'EXISTENCE', act: 'READ', outcome: 'EXISTENCE_ONLY' }));
