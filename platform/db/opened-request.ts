import type { Facet } from '../vocabulary/facet.js';
import type { Verdict } from '../access/permit.js';
import type { Entitlement } from '../access/entitlement.js';

/** What `access.open` answered to one request. */
export interface OpenedRequest {
  readonly permitted: readonly (readonly [child: string, outcome: Verdict['outcome'], basis: string])[];
  /** The child each key of another kind leads to; null where it leads to nobody who is shown. */
  readonly subjects: readonly (readonly [key: string, child: string | null])[];
  /** The version of the rules that spoke of this kind of caller; null where none does. */
  readonly version: string | null;
  /** Of the permitted children those who have died, and when. */
  readonly died: Readonly<Record<string, string>>;
  /** Of the permitted children those of whom more is seen than the tier, and what. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** Of a request for figures of groups: how much of the truth is told. Null where it is refused, and of other requests. */
  readonly entitled: Entitlement | null;
}

/** What was decided about each child who is shown. */
export function verdictsOf({
  permitted,
  died,
  facets,
}: Pick<OpenedRequest, 'permitted' | 'died' | 'facets'>): Map<string, Verdict> {
  const setOf = oncePerList();
  return new Map(
    permitted.map(([child, outcome, basis]) => [
      child,
      { outcome, basis, facets: setOf(facets[child] ?? none), diedOn: died[child] ?? null },
    ]),
  );
}

const none: readonly Facet[] = [];

/** The set of a list of facets. Children of one group have one list between them, and are thousands: it is made once. */
function oncePerList(): (facets: readonly Facet[]) => ReadonlySet<Facet> {
  const made = new Map<readonly Facet[], ReadonlySet<Facet>>();
  return (facets) => {
    const known = made.get(facets);
    if (known) return known;
    const set = new Set(facets);
    made.set(facets, set);
    return set;
  };
}

/** Those of whom everything may be told: what belongs to several children, and what is changed, takes no less. */
export function inFull(verdicts: ReadonlyMap<string, Verdict>): Map<string, Verdict> {
  return new Map([...verdicts].filter(([, { outcome }]) => outcome === 'FULL'));
}

/** Those of whom everything may be told under each of several permits, by the first's verdicts. */
export function inFullByAll(verdicts: readonly ReadonlyMap<string, Verdict>[]): Map<string, Verdict> {
  const [first = new Map<string, Verdict>(), ...others] = verdicts;
  const shown = [...first].filter(([child, { outcome }]) => {
    return outcome === 'FULL' && others.every((other) => other.get(child)?.outcome === 'FULL');
  });
  return new Map(shown);
}

/** How many children came to each outcome. */
export function tally(permitted: OpenedRequest['permitted']): ReadonlyMap<Verdict['outcome'], number> {
  const counted = new Map<Verdict['outcome'], number>();
  for (const [, outcome] of permitted) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  return counted;
}
