import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { renewed, type Version, versionOf } from './golden.js';
import { type HeldRecord, keysOfEvidence } from './held-record.js';
import { claimed, type ClaimState, keyGiven, type NumberClaim, underOneNumber } from './number-claim.js';
import { identifierKey, recordKey } from './person-key.js';
import { keyOfOne } from './record-meant.js';
import type { Candidate } from './resolve.js';

/** A child as it was found in the index. */
export interface FoundChild {
  /** The id it is shown by. */
  readonly shown: string;
  readonly records: readonly HeldRecord[];
  /** Pairs of records' ids that a person said are two children. */
  readonly apart: readonly (readonly [string, string])[];
  /** Adopted or sealed: never joined with another child, nor suggested. */
  readonly closed: boolean;
}

/** Beyond every number the table gives: records that arrive for the first time come after all that are held. */
export const firstArrival = 2 ** 50;

/** The children of one batch: those found in the index, and those the batch itself brings. */
export class KnownChildren {
  private readonly records = new Map<string, HeldRecord>();
  private readonly shownOf = new Map<string, string>();
  private readonly members = new Map<string, Set<string>>();
  private readonly byKey = new Map<number, Set<string>>();
  private readonly byId = new Map<string, Set<string>>();
  /** By source and its own key: more than one, where two people came under it. */
  private readonly byGiven = new Map<string, Set<string>>();
  private readonly apart = new Set<string>();
  private readonly closed = new Set<string>();
  private arrivals = firstArrival;

  constructor(
    found: readonly FoundChild[],
    readonly sources: RecordSources,
  ) {
    for (const { shown, records, apart, closed } of found) {
      for (const record of records) {
        this.put(record);
        this.join(record.childId, shown);
        if (closed) this.closed.add(record.childId);
      }
      for (const [one, other] of apart) this.apart.add(`${one} ${other}`).add(`${other} ${one}`);
    }
  }

  record(said: Pick<PersonEvidence, 'source' | 'sourceKey'>): HeldRecord | undefined {
    return this.records.get(recordKey(said));
  }

  /** Every record that came under the source's own key, what is left of deleted ones among them. */
  given({ source, sourceKey }: Pick<PersonEvidence, 'source' | 'sourceKey'>): HeldRecord[] {
    return [...(this.byGiven.get(`${source}|${sourceKey}`) ?? [])].flatMap((key) => this.records.get(key) ?? []);
  }

  /** The records of a system's other files under the number of this one. */
  ofOtherFiles(said: PersonEvidence): HeldRecord[] {
    return [...this.near(said)].filter(
      (record) =>
        record.source !== said.source && record.deletedOn === null && underOneNumber(record, said, this.sources),
    );
  }

  /**
   * A record's claim to the number its source knows two people by. In its source it is told from the other by what it
   * says from now on, and so are the records that the same system's other files hold under its id.
   */
  claim(record: HeldRecord, number: string, state: ClaimState): HeldRecord[] {
    const alike = this.of(record.childId).filter(
      (one) => one.childId === record.childId && one.deletedOn === null && underOneNumber(one, record, this.sources),
    );
    return alike.map((one) => {
      const shared = state === 'DISPUTED' && one.source === record.source && one.sourceKey === number;
      if (shared) this.drop(one);
      return this.put({
        ...one,
        ...claimed(one, number, state),
        ...(shared ? { sourceKey: this.nameFor(one, number) } : {}),
      });
    });
  }

  /** What tells a record from the others of its source under one number; another had its words before it was put right. */
  nameFor(said: PersonEvidence, number: string): string {
    let name = keyOfOne(number, said);
    while (this.record({ source: said.source, sourceKey: name })) name += '+';
    return name;
  }

  /**
   * The record that one system already holds of this person under a number of its own, as another of its files wrote
   * it: null where there is none, or where the birthdays differ.
   */
  ofSameSystem(said: PersonEvidence): HeldRecord | null {
    const system = this.sources.systemOf(said.source);
    const mine = said.identifiers.filter(({ type }) => this.sources.verifies(said.source, type)).map(identifierKey);
    if (mine.length === 0 || system === said.source) return null;
    const found = [...this.near(said)].filter(
      (record) =>
        this.sources.systemOf(record.source) === system &&
        record.deletedOn === null &&
        record.identifiers.some((one) => mine.includes(identifierKey(one))) &&
        (record.dateOfBirth === null || said.dateOfBirth === null || record.dateOfBirth === said.dateOfBirth),
    );
    // One number, and already two people under it: not for the system's own word to choose.
    return new Set(found.map(({ childId }) => childId)).size === 1 ? (found[0] ?? null) : null;
  }

  /** Every child whom one of the evidence's keys may mean, but the one it is and those it was kept apart from. */
  candidates(said: PersonEvidence, own: string): Candidate[] {
    const shown = new Set([...this.near(said)].map(({ childId }) => this.shown(childId)));
    shown.delete(this.shown(own));
    return [...shown]
      .filter((id) => !this.isClosed(id) && !this.areApart(own, id))
      .map((childId) => ({ childId, records: this.of(childId).filter(({ deletedOn }) => deletedOn === null) }))
      .filter(({ records }) => records.length > 0);
  }

  /** Whether a person said of any of their records that they are two children. */
  areApart(one: string, other: string): boolean {
    const theirs = this.ids(other);
    return this.ids(one).some((mine) => theirs.some((id) => this.apart.has(`${mine} ${id}`)));
  }

  /** Whether any record of the child is adopted or sealed. */
  isClosed(childId: string): boolean {
    return this.ids(childId).some((id) => this.closed.has(id));
  }

  shown(childId: string): string {
    return this.shownOf.get(childId) ?? childId;
  }

  /** Every id of the child that one of its ids names. */
  ids(childId: string): string[] {
    return [...(this.members.get(this.shown(childId)) ?? [childId])];
  }

  /** Every record of the child that one of its ids names, eldest first. */
  of(childId: string): HeldRecord[] {
    return this.ids(childId)
      .flatMap((id) => [...(this.byId.get(id) ?? [])].flatMap((key) => this.records.get(key) ?? []))
      .sort((a, b) => a.arrival - b.arrival);
  }

  /** Takes in what a source said; the record as it now stands, or null where nothing is new. */
  tell(
    childId: string,
    said: PersonEvidence & { readonly claim?: NumberClaim | null },
    received: string,
  ): HeldRecord | null {
    const held = this.record(said);
    if (!held) {
      const first = { childId, arrival: this.arrivals++, formerFamilies: [], deletedOn: null };
      return this.put({ ...versionOf(said, received), ...first, claim: said.claim ?? null });
    }
    const next: Version = renewed(held, said, received);
    if (next === held) return null;
    const former =
      held.family !== null && held.family !== next.family ? [...held.formerFamilies, held.family] : held.formerFamilies;
    return this.put({ ...held, ...next, formerFamilies: [...new Set(former)] });
  }

  /** What is left of a record that its source asked to be deleted: that there was one. */
  forget(childId: string, said: PersonEvidence, deletedOn: string, received: string): HeldRecord {
    const { arrival = this.arrivals++, claim = null } = this.record(said) ?? {};
    const { source, sourceKey } = said;
    const nothing = {
      given: null,
      family: null,
      preferred: null,
      previousFamily: null,
      dateOfBirth: null,
      postcode: null,
    };
    return this.put({
      ...nothing,
      sex: 'UNKNOWN',
      identifiers: [],
      formerFamilies: [],
      ...{ source, sourceKey, childId, arrival, deletedOn, received },
      claim: claim && { ...claim, withheld: [] },
    });
  }

  /** Makes two children one, shown by the eldest record's id; every id that is now shown by another. */
  link(one: string, other: string): { readonly held: string; readonly shown: string }[] {
    const all = [...this.of(one), ...this.of(other)];
    const shown = all.reduce((eldest, record) => (record.arrival < eldest.arrival ? record : eldest)).childId;
    const ids = [...new Set([...this.ids(one), ...this.ids(other)])];
    const moved = ids.filter((id) => id !== shown && (this.shown(id) !== shown || id === one));
    for (const id of ids) this.join(id, shown);
    return moved.map((held) => ({ held, shown }));
  }

  /** Takes one id out of the child it is linked with; every id that is now shown by another, or by itself. */
  leave(childId: string): { readonly held: string; readonly shown: string | null }[] {
    const was = this.shown(childId);
    const rest = this.ids(childId).filter((id) => id !== childId);
    if (rest.length === 0) return [];
    this.join(childId, childId);
    const eldest = rest.flatMap((id) => [...(this.byId.get(id) ?? [])].flatMap((key) => this.records.get(key) ?? []));
    const shown = eldest.reduce((first, record) => (record.arrival < first.arrival ? record : first)).childId;
    for (const id of rest) this.join(id, shown);
    const moved = shown === was ? [] : rest.map((held) => ({ held, shown: held === shown ? null : shown }));
    return [{ held: childId, shown: null }, ...moved];
  }

  private join(childId: string, shown: string): void {
    this.members.get(this.shown(childId))?.delete(childId);
    this.shownOf.set(childId, shown);
    const members = this.members.get(shown) ?? new Set<string>();
    this.members.set(shown, members.add(childId));
  }

  private put(record: HeldRecord): HeldRecord {
    const name = recordKey(record);
    this.records.set(name, record);
    const own = this.byId.get(record.childId) ?? new Set<string>();
    this.byId.set(record.childId, own.add(name));
    const came = `${record.source}|${keyGiven(record)}`;
    this.byGiven.set(came, (this.byGiven.get(came) ?? new Set<string>()).add(name));
    if (!this.shownOf.has(record.childId)) this.join(record.childId, record.childId);
    for (const { key } of keysOfEvidence(record)) {
      const held = this.byKey.get(key) ?? new Set<string>();
      this.byKey.set(key, held.add(name));
    }
    return record;
  }

  /** Its name changes: it is put again under the next. */
  private drop(record: HeldRecord): void {
    const name = recordKey(record);
    this.records.delete(name);
    this.byId.get(record.childId)?.delete(name);
    this.byGiven.get(`${record.source}|${keyGiven(record)}`)?.delete(name);
  }

  private *near(said: PersonEvidence): Generator<HeldRecord> {
    const keys = new Set(keysOfEvidence(said).flatMap(({ key }) => [...(this.byKey.get(key) ?? [])]));
    for (const key of keys) {
      const record = this.records.get(key);
      if (record) yield record;
    }
  }
}
