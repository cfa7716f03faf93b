import { type AttentionKind, attentionKinds } from '../../../platform/vocabulary/attention-kind.js';
import type { Days } from './asked-week.js';

/** A fact, as far as it is put in order. */
export interface Reason {
  readonly kind: AttentionKind;
  readonly since: string;
  readonly from: string;
  readonly until: string | null;
}

const rank = new Map(attentionKinds.map((kind, at) => [kind, at]));

const rankOf = ({ kind }: Reason): number => rank.get(kind) ?? attentionKinds.length;

const byDay = (one: Reason, other: Reason): number => one.since.localeCompare(other.since);

/** Whether a fact needs attention on any of the days. */
const standsIn =
  ({ first, last }: Days) =>
  ({ from, until }: Reason): boolean =>
    from <= last && (until === null || until > first);

/** Those of a child's facts that need attention on any of the days: the most pressing kind first, of one kind the eldest. */
export function reasonsIn<Told extends Reason>(facts: readonly Told[], days: Days): Told[] {
  return facts.filter(standsIn(days)).sort((one, other) => rankOf(one) - rankOf(other) || byDay(one, other));
}

/** A child with reasons, the most pressing first. */
interface Pressed {
  readonly childId: string;
  readonly reasons: readonly Reason[];
}

/**
 * Which of two children comes first: whose most pressing reason is more pressing, then whose next is, then who has more of
 * them, then whose first reason is the eldest, then by the hub's own id.
 */
export function morePressing(one: Pressed, other: Pressed): number {
  const [ours, theirs] = [one.reasons.map(rankOf), other.reasons.map(rankOf)];
  for (let at = 0; at < Math.min(ours.length, theirs.length); at += 1) {
    const between = (ours[at] ?? 0) - (theirs[at] ?? 0);
    if (between !== 0) return between;
  }
  return (
    theirs.length - ours.length ||
    (one.reasons[0]?.since ?? '').localeCompare(other.reasons[0]?.since ?? '') ||
    one.childId.localeCompare(other.childId)
  );
}
