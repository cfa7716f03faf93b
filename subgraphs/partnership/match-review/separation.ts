import type { HeldRecord } from '../identity/held-record.js';
import type { Decision, Resolver } from '../identity/resolve.js';
import { joining, linkedSince } from './joining.js';
import type { PastDecision } from './stored-review.js';

/** A record that waits for a person because it may be of the child. */
export interface Waiting {
  readonly reviewId: string;
  /** The record's own id. */
  readonly childId: string;
  /** Every id of the record's own child. */
  readonly own: readonly string[];
  /** ISO instant. */
  readonly raisedAt: string;
  /** Every child it may be of, each by its ids, the eldest first. */
  readonly candidates: readonly (readonly string[])[];
}

/** A child, and those of its ids that are taken out of it. */
export interface Linked {
  readonly ids: readonly string[];
  readonly leaving: ReadonlySet<string>;
  /** Of the child, of those that wait, and of whom else these may be. */
  readonly records: readonly HeldRecord[];
  /** What was decided of the child, by seq. */
  readonly past: readonly PastDecision[];
  readonly waiting: readonly Waiting[];
  /** Of whom a person said before that they are of two children. */
  readonly apart: readonly (readonly [string, string])[];
}

/** A record that is decided again, because what decided of it was two children. */
export interface DecidedAgain {
  readonly childId: string;
  /** The review it waited in; null where a rule had linked it. */
  readonly reviewId: string | null;
  readonly decision: Decision;
}

/** What a child's records come to once some of them have left. */
export interface Parting {
  /** The children it became, each by its ids, the eldest first: who stays, who leaves, and whoever now stands alone. */
  readonly children: readonly (readonly string[])[];
  /** Other children that a record was linked with. */
  readonly around: readonly (readonly string[])[];
  /** Those of whom a person said that they are of two children. */
  readonly apart: readonly (readonly [leaving: string, staying: string])[];
  readonly again: readonly DecidedAgain[];
  /** ISO instant: since when the two had been linked; null where no decision tells. */
  readonly since: string | null;
  /** The reviews that had confirmed the link. */
  readonly undone: readonly string[];
}

/** The ids of some records, in order of first arrival: a child is shown by the first. */
export function eldestFirst(records: readonly HeldRecord[]): string[] {
  return [...new Set([...records].sort((a, b) => a.arrival - b.arrival).map(({ childId }) => childId))];
}

/**
 * Takes records out of a child. Whatever a rule decided after the two had been joined may have been decided because of
 * either: each record that it linked, and each that waits for a person since, is decided again in order of arrival,
 * against the children there are then, as if the two had never been one. What a person linked, a rule does not decide
 * again.
 */
export function separate(linked: Linked, resolver: Resolver): Parting {
  const { leaving, past, records } = linked;
  const byAge = eldestFirst(records);
  const order = new Map(byAge.map((id, at) => [id, at]));
  const ids = byAge.filter((id) => linked.ids.includes(id));
  const staying = ids.filter((id) => !leaving.has(id));
  const joined = joining(leaving, staying, past);
  const loose = linkedSince(staying, joined?.seq ?? 0, past);
  const waiting = new Map(
    linked.waiting.filter(({ raisedAt }) => raisedAt >= (joined?.at ?? '')).map((one) => [one.childId, one]),
  );
  const kept = staying.filter((id) => !loose.has(id));
  const parted = linked.apart.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]);
  const sides = [kept, ids.filter((id) => leaving.has(id))];
  const places = new Places(sides, around(linked, [...waiting.values()]), new Set(parted));
  const again = byAge
    .filter((id) => loose.has(id) || waiting.has(id))
    .map((childId): DecidedAgain => {
      const decision = decideAgain(childId, places.candidates(childId), records, resolver);
      places.put(childId, decision);
      return { childId, reviewId: waiting.get(childId)?.reviewId ?? null, decision };
    });
  const inOrder = (child: readonly string[]) => [...child].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    children: places.children.map(inOrder),
    around: places.changed().map(inOrder),
    apart: [...leaving].flatMap((one) => kept.map((other) => [one, other] as const)),
    again,
    since: joined?.at ?? null,
    undone: past.flatMap(({ kind, reviewId, childId, otherId }) =>
      kind === 'CONFIRMED' && reviewId !== null && leaving.has(childId) !== leaving.has(otherId ?? '')
        ? [reviewId]
        : [],
    ),
  };
}

/** Whoever waits, and whom else they may be. */
function around({ ids }: Linked, waiting: readonly Waiting[]): (readonly string[])[] {
  const others = waiting.flatMap(({ own, candidates }) => [own, ...candidates]);
  return others.filter((child) => !child.some((id) => ids.includes(id)));
}

/** Where each record stands, as one after another is decided again. */
class Places {
  readonly children: string[][];
  private readonly around: string[][] = [];
  private readonly grown = new Set<string[]>();

  constructor(
    sides: readonly (readonly string[])[],
    others: readonly (readonly string[])[],
    private readonly parted: ReadonlySet<string>,
  ) {
    this.children = sides.map((side) => [...side]);
    for (const child of others) if (!this.home(child[0])) this.around.push([...child]);
  }

  /** The children a record may be of: all there are but its own, and those that a person said it is not of. */
  candidates(childId: string): string[][] {
    const own = this.home(childId) ?? [childId];
    return [...this.children, ...this.around].filter(
      (child) => child !== own && !child.some((id) => own.some((mine) => this.parted.has(`${mine} ${id}`))),
    );
  }

  put(childId: string, decision: Decision): void {
    const own = this.home(childId);
    const into = decision.kind === 'LINK' ? this.home(decision.childId) : undefined;
    if (!into) {
      if (!own) this.children.push([childId]);
      return;
    }
    into.push(...(own ?? [childId]));
    own?.splice(0);
    this.grown.add(into);
  }

  /** Children of whom nothing was asked, and with whom a record was linked. */
  changed(): string[][] {
    return this.around.filter((child) => child.length > 0 && this.grown.has(child));
  }

  private home(id: string | undefined): string[] | undefined {
    return [...this.children, ...this.around].find((child) => id !== undefined && child.includes(id));
  }
}

/** Every record under one id is asked; where they point at two children, it is not for a rule to choose. */
function decideAgain(
  childId: string,
  children: readonly (readonly string[])[],
  records: readonly HeldRecord[],
  resolver: Resolver,
): Decision {
  const said = (ids: readonly string[]): HeldRecord[] =>
    records.filter((record) => ids.includes(record.childId) && record.deletedOn === null);
  const own = said([childId]);
  // As on its own arrival: what came later was not there to choose from.
  const earlier = ({ arrival }: HeldRecord): boolean => own.every((record) => arrival < record.arrival);
  const candidates = children
    .map((ids) => ({ childId: ids[0] ?? '', records: said(ids).filter(earlier) }))
    .filter(({ records: held }) => held.length > 0);
  const decisions = own.map((record) => resolver.decide(record, candidates));
  const linked = decisions.flatMap((decision) => (decision.kind === 'LINK' ? [decision] : []));
  const [first] = linked;
  if (!first) return decisions.find(({ kind }) => kind === 'REVIEW') ?? { kind: 'NEW' };
  if (linked.every((decision) => decision.childId === first.childId)) return first;
  const suggestions = new Map(
    linked.map(({ childId: id, probability, evidence }) => [id, { childId: id, score: probability, evidence }]),
  );
  return { kind: 'REVIEW', reviewKind: 'CONFLICT', candidates: [...suggestions.values()] };
}
