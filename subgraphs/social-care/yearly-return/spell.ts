/**
 * What a spell of a return is of. SHORT_BREAK is care in a series of short breaks, which is not being looked after;
 * REFERRAL is a case in the children in need census, from referral to closure.
 */
export type SpellKind = 'CARE' | 'SHORT_BREAK' | 'REFERRAL' | 'CHILD_IN_NEED_PLAN' | 'CHILD_PROTECTION_PLAN';

/**
 * Days as one return shows them: half-open, `until` is null while the spell is open. YYYY-MM-DD. A spell may end on the
 * day it begins: it holds no day, but tells that an older return's spell from that day held none either.
 */
export interface Spell {
  readonly kind: SpellKind;
  readonly from: string;
  readonly until: string | null;
  /** Of care that ended by adoption or an order; KINSHIP where a relative or friend became the child's guardian. */
  readonly leftFor: 'PERMANENCE' | 'KINSHIP' | null;
  /** Of a protection plan: its latest review; null before the first. */
  readonly reviewedOn: string | null;
}

/**
 * Which spell it is, in whatever return it is shown: the same thing from the same day is the same spell. An episode of
 * care may be put right from short break to care, so both are one thing.
 */
export function nameOf({ kind, from }: Spell): string {
  return `${kind === 'SHORT_BREAK' ? 'CARE' : kind}/${from}`;
}

/** A spell with no more said of it than its days, and what more is given. */
export function spell(kind: SpellKind, from: string, until: string | null, more: Partial<Spell> = {}): Spell {
  return { kind, from, until, leftFor: more.leftFor ?? null, reviewedOn: more.reviewedOn ?? null };
}
