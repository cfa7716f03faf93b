import type { PastDecision } from './stored-review.js';

const links = ({ kind }: PastDecision): boolean => kind === 'LINKED' || kind === 'CONFIRMED';

const crosses = (one: string | undefined, other: string | undefined): boolean =>
  (one === 'L' && other === 'S') || (one === 'S' && other === 'L');

/** The decision that made two children one, since they were last separated; null where none tells. `past` by seq. */
export function joining(
  leaving: ReadonlySet<string>,
  staying: readonly string[],
  past: readonly PastDecision[],
): PastDecision | null {
  const side = new Map<string, string>([...leaving].map((id) => [id, 'L']));
  for (const id of staying) side.set(id, 'S');
  const lastParted = past.findLastIndex(
    ({ kind, childId, otherId }) => kind === 'SEPARATED' && crosses(side.get(childId), side.get(otherId ?? '')),
  );
  const group = new Map(side);
  const groupOf = (id: string): string => group.get(id) ?? id;
  for (const decision of past.slice(lastParted + 1).filter(links)) {
    const [one, other] = [groupOf(decision.childId), groupOf(decision.otherId ?? decision.childId)];
    if (crosses(one, other)) return decision;
    // A record that has left since may be what led from one to the other.
    const [into, gone] = other === 'L' || other === 'S' ? [other, one] : [one, other];
    group.set(gone, into);
    for (const [id, at] of group) if (at === gone) group.set(id, into);
  }
  return null;
}

/** The ids whose place is a rule's doing, after a decision; none, where nobody would be left. */
export function linkedSince(ids: readonly string[], seq: number, past: readonly PastDecision[]): ReadonlySet<string> {
  const last = new Map(past.filter(links).map((decision) => [decision.childId, decision]));
  const loose = ids.filter((id) => {
    const standing = last.get(id);
    return standing?.kind === 'LINKED' && standing.seq > seq;
  });
  return new Set(loose.length < ids.length ? loose : []);
}
