import { areaSharing } from '../vocabulary/agreement.js';
import type { Purpose } from '../vocabulary/purpose.js';
import type { RoleGroup } from '../vocabulary/role-groups.js';
import type { Role } from '../vocabulary/role.js';
import type { Facet } from '../vocabulary/facet.js';
import type { Rule, Tier } from './rule.js';

/** What connects somebody to a child, and why that is enough. */
export type Ground = Pick<Rule, 'through' | 'agreement' | 'because'>;

/** One or more, each of them a word or a group that has a name; none of them is empty, so nor are they together. */
type Some<Word> = readonly [Word | readonly [Word, ...Word[]], ...(Word | readonly [Word, ...Word[]])[]];

/** Who is allowed, what for and on what ground: a rule but for the tier of the child's that it opens. */
export interface Allowed {
  readonly rule: Ground & Pick<Rule, 'roles' | 'purposes' | 'facets'>;
  /** And of a record what only some see: `….when(caseload).with('HISTORY')`. */
  readonly with: (...facets: Some<Facet>) => Allowed;
}

type Bases = Rule['through'];

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

const allowed = (rule: Allowed['rule']): Allowed => ({
  rule,
  with: (...facets) => allowed({ ...rule, facets: [...rule.facets, ...flat(facets)] }),
});

/** A policy's sentence: `allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(onCaseload)`. */
export const allow = (...who: readonly [Role | RoleGroup, ...(Role | RoleGroup)[]]) => ({
  for: (...what: Some<Purpose>) => ({
    when: (ground: Ground): Allowed => allowed({ ...ground, roles: flat<Role>(who), purposes: flat(what), facets: [] }),
  }),
});

/** Whoever is allowed sees everything of a tier that stands under no facet, and what stands under those named. */
export const mayRead = (tier: Tier, sentences: readonly Allowed[]): readonly Rule[] =>
  sentences.map(({ rule }) => ({ ...rule, tier, act: 'READ', outcome: 'FULL' }));

/** Whoever is allowed may change what stands in a tier. */
export const mayChange = (tier: Tier, sentences: readonly Allowed[]): readonly Rule[] =>
  sentences.map(({ rule }) => ({ ...rule, tier, act: 'WRITE', outcome: 'FULL' }));

/** Whoever is allowed is told that something is held, and nothing of what it is. */
export const mayKnowOf = (sentences: readonly Allowed[]): readonly Rule[] =>
  sentences.map(({ rule }) => ({ ...rule, tier: 'EXISTENCE', act: 'READ', outcome: 'EXISTENCE_ONLY', facets: [] }));
