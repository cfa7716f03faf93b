import type { Verdict } from '../access/permit.js';
import type { Entitlement } from '../access/entitlement.js';

/** What `access.open` answered to one request. */
export interface OpenedRequest {
  /** What was decided about each child who is shown, by the id that was asked for. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The child each key of another kind leads to; null where it leads to nobody who is shown. */
  readonly subjects: readonly (readonly [key: string, child: string | null])[];
  /** The version of the rules that spoke of this kind of caller; null where none does. */
  readonly version: string | null;
  /** Of a request for figures of groups: how much of the truth is told. Null where it is refused, and of other requests. */
  readonly entitled: Entitlement | null;
}

/** Those of whom everything may be told: what belongs to several children, and what is changed, takes no less. */
export function inFull(verdicts: ReadonlyMap<string, Verdict>): Map<string, Verdict> {
  const full = new Map<string, Verdict>();
  for (const [child, verdict] of verdicts) if (verdict.outcome === 'FULL') full.set(child, verdict);
  return full;
}

/** Those of whom everything may be told under each of several permits, by the first's verdicts. */
export function inFullByAll(verdicts: readonly ReadonlyMap<string, Verdict>[]): Map<string, Verdict> {
  const [first = new Map<string, Verdict>(), ...others] = verdicts;
  const shown = inFull(first);
  for (const other of others)
    for (const child of shown.keys()) if (other.get(child)?.outcome !== 'FULL') shown.delete(child);
  return shown;
}

/** How many children came to each outcome. */
export function tally(verdicts: OpenedRequest['verdicts']): ReadonlyMap<Verdict['outcome'], number> {
  const counted = new Map<Verdict['outcome'], number>();
  for (const { outcome } of verdicts.values()) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  return counted;
}
