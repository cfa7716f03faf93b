import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { goldenOf, kindOf, saysTheSame } from './golden.js';
import type { HeldRecord } from './held-record.js';
import { type FoundChild, KnownChildren } from './known-children.js';
import { claimed } from './number-claim.js';
import { recordKey } from './person-key.js';
import { keyOfOne, recordMeant, speaksOfAnother } from './record-meant.js';
import { disputeOf } from './dispute.js';
import type { Doubtful, Linked, Resolution, ResolveWith } from './resolution.js';

// A provider takes referrals from other councils' areas too: being on its list says nothing of where a child lives.
const saysResident = ({ source, deletedOn }: HeldRecord): boolean =>
  kindOf(source) !== 'waiting-list' && deletedOn === null;

/** Whether there is a word to be kept that it said before. */
const saysOtherWords = (held: HeldRecord, record: HeldRecord): boolean =>
  (['given', 'family', 'dateOfBirth', 'postcode'] as const).some((word) => held[word] !== record[word]);

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
  /** What records were called before this batch, by what they are called now. */
  private readonly renamed = new Map<string, string>();

  constructor(
    found: readonly FoundChild[],
    private readonly use: ResolveWith,
  ) {
    this.before = new KnownChildren(found);
    this.known = new KnownChildren(found);
  }

  /** The record's own id; null where it comes back after its source asked for it to be deleted. */
  resolve(said: PersonEvidence): string | null {
    const group = this.known.given(said);
    const live = group.filter(({ deletedOn }) => deletedOn === null);
    if (said.deleted === true) return this.forgetAll(said, live, group[0]);
    if (group.length > 0 && live.length === 0) return null;
    const meant = recordMeant(live, said);
    if (meant) return this.hear(meant.childId, this.asOf(meant, said));
    const rivals = live.length > 0 ? live : this.othersUnderIt(said);
    if (rivals.length > 0) return this.part(said, rivals);
    return this.hear(this.known.ofSameSystem(said)?.childId ?? this.use.mint(), said);
  }

  private hear(own: string, said: PersonEvidence): string {
    const before = this.known.record(said) ?? null;
    const told = this.known.tell(own, said, this.use.now);
    if (!told) return own;
    this.told.set(recordKey(said), told);
    this.use.onNames?.(before, told);
    // Once linked, or said to be another's by a person, a record is not linked again by what it says later.
    if (this.known.ids(own).length === 1 && !this.known.isClosed(own)) this.decide(told);
    return own;
  }

  /** What is said under a number, as it is said of one of two people who came under it. */
  private asOf({ sourceKey, claim }: HeldRecord, said: PersonEvidence): PersonEvidence {
    if (!claim) return said;
    return { ...said, sourceKey, identifiers: claimed(said, claim.number, claim.state).identifiers };
  }

  /** Whom the same system's other files hold under this number, and who is somebody else. */
  private othersUnderIt(said: PersonEvidence): HeldRecord[] {
    if (this.known.ofSameSystem(said)) return [];
    return this.known.ofOtherFiles(said).filter((other) => speaksOfAnother(other, said));
  }

  /**
   * One number, two people: the record stands beside those before it, and the number is nobody's until a person decides
   * whose it is. Where one of those is not to be spoken of, nobody is asked: the number stays where it is.
   */
  private part(said: PersonEvidence, rivals: readonly HeldRecord[]): string {
    const number = said.sourceKey;
    const holding = rivals.filter(({ claim }) => claim?.state !== 'ANOTHERS');
    const asked = holding.filter(({ childId }) => !this.known.isClosed(childId));
    for (const rival of asked) this.dispute(rival, number);
    const state = asked.length === holding.length ? 'DISPUTED' : 'ANOTHERS';
    const shares = rivals.some(({ source }) => source === said.source);
    const sourceKey = shares ? keyOfOne(number, said) : number;
    const own = this.use.mint();
    this.hear(own, { ...said, ...claimed(said, number, state), sourceKey });
    for (const rival of asked) this.ask(rival.childId);
    return own;
  }

  private dispute(rival: HeldRecord, number: string): void {
    for (const one of this.known.claim(rival, number, 'DISPUTED')) {
      const name = recordKey(one);
      if (one.source === rival.source) {
        const was = this.renamed.get(recordKey(rival)) ?? rival.sourceKey;
        this.told.delete(recordKey(rival));
        this.renamed.delete(recordKey(rival));
        this.renamed.set(name, was);
      }
      this.told.set(name, one);
    }
  }

  /** A person is asked whose the number is that this record and another came under. */
  private ask(childId: string): boolean {
    const review = disputeOf(childId, this.known);
    this.weighed.add(childId);
    if (review) this.reviews.set(childId, review);
    else this.reviews.delete(childId);
    return review !== null;
  }

  finish(childIds: readonly (string | null)[]): Resolution {
    // A file that says two things of one person, in turn, ends where it began when it comes again.
    const told = [...this.told.values()].sort((a, b) => a.arrival - b.arrival);
    const versions = told.filter((record) => {
      const held = this.heldBefore(record);
      if (!held || held.deletedOn !== record.deletedOn || held.sourceKey !== record.sourceKey) return true;
      return held.claim?.state !== record.claim?.state || !saysTheSame(held, record);
    });
    const former = versions
      .filter(({ deletedOn }) => deletedOn === null)
      .flatMap((record) => {
        const held = this.heldBefore(record);
        return held && saysOtherWords(held, record) ? [{ ...held, sourceKey: record.sourceKey }] : [];
      });
    const forgotten = [...this.forgotten].map(([childId, other]) => ({ childId, outOf: this.standing(other) }));
    const left = forgotten.flatMap(({ outOf }) => outOf ?? []);
    const touched = new Set([...versions.map(({ childId }) => this.known.shown(childId)), ...left]);
    return {
      childIds,
      versions,
      former,
      renamed: versions.flatMap(({ source, sourceKey: to }) => {
        const from = this.renamed.get(recordKey({ source, sourceKey: to })) ?? to;
        return from !== to && this.before.record({ source, sourceKey: from }) ? [{ source, from, to }] : [];
      }),
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

  private heldBefore({ source, sourceKey }: HeldRecord): HeldRecord | undefined {
    const name = recordKey({ source, sourceKey });
    return this.before.record({ source, sourceKey: this.renamed.get(name) ?? sourceKey });
  }

  /** Everything that the source said under the key: it may have said it of two people. */
  private forgetAll(said: PersonEvidence, live: readonly HeldRecord[], left: HeldRecord | undefined): string {
    if (live.length === 0) return this.forget(said, left);
    if (live.length > 0) this.emptied.add(recordKey(said));
    const ids = live.map((held) => this.forget({ ...said, sourceKey: held.sourceKey }, held));
    return ids[0] ?? '';
  }

  /** The id of what is left of the record, also where nothing was held of it: it is not to come with a later file. */
  private forget(said: PersonEvidence, held: HeldRecord | undefined): string {
    if (held && held.deletedOn !== null) return held.childId;
    const childId = held?.childId ?? this.use.mint();
    if (held) this.use.onNames?.(held, null);
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
    if (record.claim?.state === 'DISPUTED' && this.ask(childId)) return;
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
