import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { type Golden, goldenOf, kindOf, saysTheSame } from './golden.js';
import type { HeldRecord } from './held-record.js';
import { type FoundChild, KnownChildren } from './known-children.js';
import { recordKey } from './person-key.js';
import type { Decision, Resolver } from './resolve.js';

/** What was decided of one record by rule. */
export interface Decided {
  /** The record's own id. */
  readonly childId: string;
  readonly source: string;
  readonly sourceKey: string;
}
export type Linked = Decided &
  Omit<Extract<Decision, { kind: 'LINK' }>, 'childId'> & {
    /** The child it is of, by the id that was shown then. */
    readonly into: string;
  };
export type Doubtful = Decided & Extract<Decision, { kind: 'REVIEW' }>;

/** An id that nothing is held of any more. */
export interface Forgotten {
  readonly childId: string;
  /** The child it was taken out of, by the id that one is shown by from now on; null where it stood alone. */
  readonly outOf: string | null;
}

/** What a batch of records comes to: whose each is, and what has to be written for it. */
export interface Resolution {
  /** Each record's own id, in the order given; null for one that comes back after its source asked for it to be deleted. */
  readonly childIds: readonly (string | null)[];
  /** What is shown of children, where it is new or other than before: once for each of a child's ids. */
  readonly children: readonly (Golden & { readonly childId: string })[];
  readonly versions: readonly HeldRecord[];
  /** What a record said before it said something else. */
  readonly former: readonly HeldRecord[];
  readonly links: readonly Linked[];
  /** Ids that are shown by another from now on, or by themselves again. */
  readonly aliases: readonly { readonly held: string; readonly shown: string | null }[];
  readonly reviews: readonly Doubtful[];
  /** Ids that were weighed again: what waited for a person before is decided anew. */
  readonly weighed: readonly string[];
  /** Records (`recordKey`) that something was held of until now, and their source asks to be deleted. */
  readonly emptied: ReadonlySet<string>;
  readonly forgotten: readonly Forgotten[];
  /** Children whom a council or school source names for the first time, and the day they have lived here from. */
  readonly residents: readonly { readonly childId: string; readonly from: string }[];
}

/** What a batch is resolved with. */
export interface ResolveWith {
  readonly resolver: Resolver;
  /** A new record's id. */
  readonly mint: () => string;
  /** Today, ISO date. */
  readonly today: string;
  /** Now, ISO instant. */
  readonly now: string;
  /** Told of each record that arrives for the first time. */
  readonly onFirst?: (record: HeldRecord) => void;
}

// A provider takes referrals from other councils' areas too: being on its list says nothing of where a child lives.
const saysResident = ({ source, deletedOn }: HeldRecord): boolean =>
  kindOf(source) !== 'waiting-list' && deletedOn === null;

/** A batch on its way: each record is resolved against the index and those before it. */
class Batch {
  private readonly before: KnownChildren;
  private readonly known: KnownChildren;
  private readonly told = new Map<string, HeldRecord>();
  private readonly links = new Map<string, Linked>();
  private readonly reviews = new Map<string, Doubtful>();
  private readonly aliases = new Map<string, string | null>();
  private readonly weighed = new Set<string>();
  private readonly emptied = new Set<string>();
  /** With another id of the child that it was taken out of, if any. */
  private readonly forgotten = new Map<string, string | null>();

  constructor(
    found: readonly FoundChild[],
    private readonly use: ResolveWith,
  ) {
    this.before = new KnownChildren(found);
    this.known = new KnownChildren(found);
  }

  /** The record's own id; null where it comes back after its source asked for it to be deleted. */
  resolve(said: PersonEvidence): string | null {
    const held = this.known.record(said);
    if (said.deleted === true) return this.forget(said, held);
    if (held && held.deletedOn !== null) return null;
    const own = held?.childId ?? this.known.ofSameSystem(said)?.childId ?? this.use.mint();
    const told = this.known.tell(own, said, this.use.now);
    if (!told) return own;
    this.told.set(recordKey(said), told);
    if (!held) this.use.onFirst?.(told);
    // Once linked, or said to be another's by a person, a record is not linked again by what it says later.
    if (this.known.ids(own).length === 1 && !this.known.isClosed(own)) this.decide(told);
    return own;
  }

  finish(childIds: readonly (string | null)[]): Resolution {
    // A file that says two things of one person, in turn, ends where it began when it comes again.
    const versions = [...this.told.values()].filter((record) => {
      const held = this.before.record(record);
      return !held || held.deletedOn !== record.deletedOn || !saysTheSame(held, record);
    });
    const former = versions
      .filter(({ deletedOn }) => deletedOn === null)
      .flatMap((record) => this.before.record(record) ?? []);
    const forgotten = [...this.forgotten].map(([childId, other]) => ({ childId, outOf: this.standing(other) }));
    const left = forgotten.flatMap(({ outOf }) => outOf ?? []);
    const touched = new Set([...versions.map(({ childId }) => this.known.shown(childId)), ...left]);
    return {
      childIds,
      versions,
      former,
      links: [...this.links.values()].filter(({ into }) => !this.forgotten.has(into)),
      aliases: [...this.aliases].map(([held, shown]) => ({ held, shown })),
      reviews: this.doubtful(),
      weighed: [...this.weighed],
      emptied: this.emptied,
      forgotten,
      children: [...touched].flatMap((shown) => this.shownAnew(shown)),
      residents: versions.flatMap((record) => this.newResident(record)),
    };
  }

  /** The id of what is left of the record, also where nothing was held of it: it is not to come with a later file. */
  private forget(said: PersonEvidence, held: HeldRecord | undefined): string {
    if (held && held.deletedOn !== null) return held.childId;
    const childId = held?.childId ?? this.use.mint();
    if (held) this.emptied.add(recordKey(said));
    this.told.set(recordKey(said), this.known.forget(childId, said, this.use.today, this.use.now));
    // Another file of the same system may still speak of the person under this id.
    if (this.known.of(childId).some((record) => record.childId === childId && record.deletedOn === null))
      return childId;
    this.links.delete(childId);
    this.reviews.delete(childId);
    this.forgotten.set(childId, this.known.ids(childId).find((id) => id !== childId) ?? null);
    for (const { held: id, shown } of this.known.leave(childId)) this.aliases.set(id, shown);
    return childId;
  }

  /** What is doubtful still: nobody is suggested of whom nothing is held any more. */
  private doubtful(): Doubtful[] {
    return [...this.reviews.values()].flatMap((review) => {
      const candidates = review.candidates.filter(({ childId }) => !this.forgotten.has(childId));
      return candidates.length === 0 ? [] : [{ ...review, candidates }];
    });
  }

  /** How the child is shown whom this id was of; null where all of it is forgotten by now. */
  private standing(childId: string | null): string | null {
    if (childId === null) return null;
    const other = this.forgotten.get(childId);
    return other === undefined ? this.known.shown(childId) : this.standing(other);
  }

  private decide(record: HeldRecord): void {
    const { childId, source, sourceKey } = record;
    const decision = this.use.resolver.decide(record, this.known.candidates(record, childId));
    this.reviews.delete(childId);
    this.weighed.add(childId);
    if (decision.kind === 'REVIEW') this.reviews.set(childId, { childId, source, sourceKey, ...decision });
    if (decision.kind !== 'LINK') return;
    this.links.set(childId, { ...decision, source, sourceKey, childId, into: decision.childId });
    for (const { held, shown } of this.known.link(childId, decision.childId)) this.aliases.set(held, shown);
  }

  private shownAnew(shown: string): Resolution['children'] {
    const golden = goldenOf(this.known.of(shown).filter(({ deletedOn }) => deletedOn === null));
    const same = JSON.stringify(golden);
    return this.known.ids(shown).flatMap((childId) => {
      const held = this.before.of(childId).filter(({ deletedOn }) => deletedOn === null);
      return held.length > 0 && JSON.stringify(goldenOf(held)) === same ? [] : [{ childId, ...golden }];
    });
  }

  private newResident(record: HeldRecord): Resolution['residents'] {
    const { childId } = record;
    const wasResident = this.before.of(childId).some((one) => one.childId === childId && saysResident(one));
    if (!saysResident(record) || wasResident) return [];
    return [{ childId, from: goldenOf(this.known.of(childId)).dateOfBirth ?? this.use.today }];
  }
}

/**
 * Resolves records one after another, each against the index and those before it, so that two records of one child
 * in one batch meet as they would in two. Pure but for the ids it mints.
 */
export function resolveBatch(
  records: readonly PersonEvidence[],
  found: readonly FoundChild[],
  use: ResolveWith,
): Resolution {
  const batch = new Batch(found, use);
  return batch.finish(records.map((said) => batch.resolve(said)));
}
