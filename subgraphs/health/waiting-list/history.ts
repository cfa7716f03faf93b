import { isOpen, type WaitingStatus } from './status.js';

/** One change of an entry's status, as far as its place in the history goes. */
export interface Step {
  /** Rises in the order of recording. */
  readonly id: number;
  readonly to: WaitingStatus;
  /** YYYY-MM-DD. */
  readonly effectiveOn: string;
  /** The step that this one supersedes. */
  readonly corrects: number | null;
}

declare const counts: unique symbol;

/** Steps that all count, in their order: what effectiveHistory gives, so that no figure is read from raw changes. */
export type EffectiveHistory<S extends Step = Step> = readonly S[] & { readonly [counts]: true };

/**
 * The steps of an entry that count, by (effectiveOn, id). Every step stays as it was written; none counts that
 * - a correction names: the correction stands in its place among the steps of a day, the last one where there are more;
 * - a step recorded later contradicts, that is no correction: by saying what held from an earlier day on, or by going on
 *   after a closure. Only a provider's own system can say so, and its later word is the one that holds.
 */
export function effectiveHistory<S extends Step>(changes: readonly S[]): EffectiveHistory<S> {
  const recorded = changes.toSorted((a, b) => a.id - b.id);
  const places = new Map<number, number>();
  const atPlace = new Map<number, S>();
  for (const step of recorded) {
    const place = step.corrects === null ? step.id : (places.get(step.corrects) ?? step.corrects);
    places.set(step.id, place);
    atPlace.set(place, step);
  }
  const counting = [...atPlace]
    .filter(([, step]) => !recorded.some((later) => contradicts(later, step)))
    .sort(([placeA, a], [placeB, b]) => byDay(a, b) || placeA - placeB)
    .map(([, step]) => step);
  return counting as unknown as EffectiveHistory<S>;
}

/** The history as it stood at the end of a day: what took effect after it is not yet known. */
export function upTo<S extends Step>(history: EffectiveHistory<S>, day: string): EffectiveHistory<S> {
  return history.filter(({ effectiveOn }) => effectiveOn <= day) as unknown as EffectiveHistory<S>;
}

/** The status at the end of a day, and null before the first step took effect. */
export function statusOn(history: EffectiveHistory, day: string): WaitingStatus | null {
  return upTo(history, day).at(-1)?.to ?? null;
}

function contradicts(later: Step, step: Step): boolean {
  if (later.id <= step.id || later.corrects !== null) return false;
  return later.effectiveOn < step.effectiveOn || !isOpen(step.to);
}

function byDay(a: Step, b: Step): number {
  if (a.effectiveOn === b.effectiveOn) return 0;
  return a.effectiveOn < b.effectiveOn ? -1 : 1;
}
