import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import { goldenOf } from './golden.js';
import type { HeldRecord } from './held-record.js';
import { type FoundChild, KnownChildren } from './known-children.js';
import { asOf, claimed, type Claiming, type ClaimState } from './number-claim.js';
import { recordKey } from './person-key.js';
import { recordMeant, speaksOfAnother } from './record-meant.js';
import type { Decision } from './resolve.js';
import { ToldRecords } from './told-records.js';
import { disputeOf, together } from './dispute.js';
import type { Doubtful, Linked, Resolution, ResolveWith } from './resolution.js';

const isLive = ({ deletedOn }: HeldRecord): boolean => deletedOn === null;

/** A batch on its way: each record is resolved against the index and those before it. */
class Batch {
  private readonly before: KnownChildren;
  private readonly known: KnownChildren;
  private readonly told: ToldRecords;
  private readonly unclear = new Set<PersonEvidence>();
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
    this.before = new KnownChildren(found, use.sources);
    this.known = new KnownChildren(found, use.sources);
    this.told = new ToldRecords(this.before);
  }

  /** The record's own id; null where it comes back after its deletion, or does not say which of two people it is of. */
  resolve(said: PersonEvidence): string | null {
    const group = this.known.given(said);
    const live = group.filter(isLive);
    if (said.deleted === true) return this.forgetAll(said, live, group[0]);
    if (group.length > 0 && live.length === 0) return null;
    const rivals = live.length > 0 ? live : this.disputedElsewhere(said);
    const meant = recordMeant(rivals, said, (a, b) => this.known.shown(a.childId) === this.known.shown(b.childId));
    if (meant === 'UNCLEAR') {
      this.unclear.add(said);
      return null;
    }
    if (meant !== 'NOBODY') return this.hear(meant.childId, asOf(meant, said));
    const others = rivals.length > 0 ? rivals : this.othersUnderIt(said);
    if (others.length > 0) return this.part(said, others);
    return this.hear(this.known.ofSameSystem(said)?.childId ?? this.use.mint(), said);
  }

  private hear(own: string, said: Claiming): string {
    const before = this.known.record(said) ?? null;
    const told = this.known.tell(own, said, this.use.now);
    if (told && told.childId !== own) throw new Defect('A record was heard under another record’s id.');
    // Once linked, or said to be another's by a person, a record is not linked again by what it says later.
    const open = this.known.ids(own).length === 1 && !this.known.isClosed(own);
    if (told) {
      this.told.set(told);
      this.use.onNames?.(before, told);
      if (open) this.decide(told);
    } else if (before?.claim && before.claim.state !== 'DISPUTED' && open) this.weighAgain(before);
    return own;
  }

  /** While its number was in dispute no rule linked it: once that is decided it is weighed like any other. */
  private weighAgain(record: HeldRecord): void {
    const decision = this.use.resolver.decide(record, this.known.candidates(record, record.childId));
    if (decision.kind === 'LINK') this.join(record, decision);
  }

  /** A council's number is one in all files of its system: where two came under it in another file, this one's are asked. */
  private disputedElsewhere(said: PersonEvidence): HeldRecord[] {
    const others = this.known.ofOtherFiles(said);
    return others.some(({ claim }) => claim) ? others : [];
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
    for (const rival of asked) this.claim(rival, number, 'DISPUTED');
    const state = asked.length === holding.length ? 'DISPUTED' : 'ANOTHERS';
    const shares = rivals.some(({ source }) => source === said.source);
    const sourceKey = shares ? this.known.nameFor(said, number) : number;
    const own = this.hear(this.use.mint(), { ...said, ...claimed(said, number, state), sourceKey });
    for (const rival of asked) this.ask(rival.childId);
    return own;
  }

  private claim(record: HeldRecord, number: string, state: ClaimState): void {
    for (const one of this.known.claim(record, number, state)) {
      if (one.source === record.source) this.told.rename(record, one);
      else this.told.set(one);
    }
  }

  /** A person is asked whose the number is that this record and another came under, and whom else it may be. */
  private ask(childId: string): boolean {
    const dispute = disputeOf(childId, this.known);
    this.weighed.add(childId);
    this.reviews.delete(childId);
    if (!dispute) return false;
    const record = this.known.record(dispute);
    const alone = record && this.known.ids(childId).length === 1;
    // Whatever else speaks of who it is, speaks without the number.
    const decision = alone ? this.use.resolver.decide(record, this.known.candidates(record, childId)) : null;
    this.reviews.set(childId, { ...dispute, candidates: together(dispute.candidates, decision) });
    if (record && decision?.kind === 'LINK') this.join(record, decision);
    return true;
  }

  finish(childIds: readonly (string | null)[]): Resolution {
    const versions = this.told.versions();
    const forgotten = [...this.forgotten].map(([childId, other]) => ({ childId, outOf: this.standing(other) }));
    const left = forgotten.flatMap(({ outOf }) => outOf ?? []);
    const touched = new Set([...versions.map(({ childId }) => this.known.shown(childId)), ...left]);
    return {
      childIds,
      versions,
      former: this.told.former(versions),
      renamed: this.told.renamed(versions),
      unclear: this.unclear,
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

  /** Everything that the source said under the key: it may have said it of two people. */
  private forgetAll(said: PersonEvidence, live: readonly HeldRecord[], left: HeldRecord | undefined): string {
    if (live.length === 0) return this.forget(said, left);
    this.emptied.add(recordKey(said));
    const ids = live.map((held) => this.forget({ ...said, sourceKey: held.sourceKey }, held));
    this.settleNumber(said);
    return ids[0] ?? '';
  }

  /** Where all who still lay claim to a number are one child, it is that child's, and nobody is asked any more. */
  private settleNumber(said: PersonEvidence): void {
    const left = [...this.known.given(said), ...this.known.ofOtherFiles(said)].filter(
      ({ deletedOn, claim }) => deletedOn === null && claim?.state === 'DISPUTED',
    );
    const [first] = left;
    if (!first?.claim || new Set(left.map(({ childId }) => this.known.shown(childId))).size > 1) return;
    for (const one of left) {
      this.claim(one, first.claim.number, 'HELD');
      this.reviews.delete(one.childId);
      this.weighed.add(one.childId);
    }
  }

  /** The id of what is left of the record, also where nothing was held of it: it is not to come with a later file. */
  private forget(said: PersonEvidence, held: HeldRecord | undefined): string {
    if (held && held.deletedOn !== null) return held.childId;
    const childId = held?.childId ?? this.use.mint();
    if (held) this.use.onNames?.(held, null);
    this.told.set(this.known.forget(childId, said, this.use.today, this.use.now));
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
    if (decision.kind === 'LINK') this.join(record, decision);
  }

  private join({ childId, source, sourceKey }: HeldRecord, decision: Extract<Decision, { kind: 'LINK' }>): void {
    this.links.set(childId, { ...decision, source, sourceKey, childId, into: decision.childId });
    for (const { held, shown } of this.known.link(childId, decision.childId)) this.aliases.set(held, shown);
  }

  private shownAnew(shown: string): Resolution['children'] {
    const { sources } = this.use;
    const golden = goldenOf(this.known.of(shown).filter(isLive), sources);
    const same = JSON.stringify(golden);
    return this.known.ids(shown).flatMap((childId) => {
      const held = this.before.of(childId).filter(isLive);
      return held.length > 0 && JSON.stringify(goldenOf(held, sources)) === same ? [] : [{ childId, ...golden }];
    });
  }

  private newResident(record: HeldRecord): Resolution['residents'] {
    const { childId } = record;
    const { sources, today } = this.use;
    const resident = (one: HeldRecord): boolean => isLive(one) && sources.showsResidence(one.source);
    const wasResident = this.before.of(childId).some((one) => one.childId === childId && resident(one));
    if (!resident(record) || wasResident) return [];
    return [{ childId, from: goldenOf(this.known.of(childId), sources).dateOfBirth ?? today }];
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
