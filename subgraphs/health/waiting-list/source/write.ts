import type { Related } from '../../../../platform/db/consequences.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { referralOf } from '../referral.js';
import type { WaitingStatus } from '../status.js';
import type { WaitingListFact } from './fact.js';
import {
  addEntries,
  addHistory,
  changeEntries,
  type ChildEntry,
  type EntryName,
  type FileChange,
  knownEntries,
  type KnownEntry,
  knowProviders,
} from './listed-entry.repository.js';
import { type FileEntry, keptOf, takeFile } from './take-file.js';

interface Given extends ChildEntry {
  readonly fact: WaitingListFact;
}

/** An entry that the file added or changed, as it now stands. */
interface Outcome extends ChildEntry {
  readonly entry: FileEntry;
  readonly changed: boolean;
  /** The record it stood under until now, where that is another. */
  readonly left: string | null;
  /** What goes into its history, where its status changed. */
  readonly change: FileChange | null;
}

const nameOf = ({ providerOds, entryRef }: EntryName): string => `${providerOds}|${entryRef}`;

/** The entries as keys of their own (see `health.subjects`): they may stand under a record that the file does not name. */
export function listedEntries(facts: readonly WaitingListFact[]): { kind: string; keys: readonly string[] } {
  return { kind: 'listed-entry', keys: facts.map(nameOf) };
}

/**
 * Writes entries of providers' lists. Each is a referral of the child to the provider; the same file again is nothing.
 * An entry is there once: whose it is, is whose the provider last listed it as.
 */
export async function write(writing: Writing, records: readonly ResolvedRecord<WaitingListFact>[]): Promise<Written> {
  const facts = records.flatMap(({ childId, facts: own }) =>
    childId === null
      ? []
      : own.map((fact): Given => ({ childId, providerOds: fact.providerOds, entryRef: fact.entryRef, fact })),
  );
  // Of an entry that a file holds twice, the last line stands.
  const given = [...new Map(facts.map((one) => [nameOf(one), one])).values()];
  if (given.length === 0) return { written: 0, unchanged: 0 };
  await knowProviders(
    writing,
    given.map(({ fact }) => ({ ods: fact.providerOds, name: fact.providerName })),
  );
  const known = new Map((await knownEntries(writing, given)).map((entry) => [nameOf(entry), entry]));
  const outcomes = [
    ...(await add(
      writing,
      given.filter((one) => !known.has(nameOf(one))),
    )),
    ...(await change(writing, given, known)),
  ];
  await tell(
    writing,
    outcomes.filter(({ changed }) => changed),
  );
  return { written: outcomes.length, unchanged: facts.length - outcomes.length };
}

async function add(writing: Writing, given: readonly Given[]): Promise<Outcome[]> {
  const listed = given.map(({ fact, ...name }) => ({ ...name, entry: keptOf(fact), fromFile: keptOf(fact) }));
  const byName = new Map(given.map((one) => [nameOf(one), one.fact]));
  const added = await addEntries(writing, listed);
  return added.flatMap(({ id, ...name }) => {
    const fact = byName.get(nameOf(name));
    if (!fact) return [];
    const first = changeOf(id, name.childId, null, fact);
    return [{ ...name, entry: keptOf(fact), changed: true, left: null, change: first }];
  });
}

async function change(
  writing: Writing,
  given: readonly Given[],
  known: ReadonlyMap<string, KnownEntry>,
): Promise<Outcome[]> {
  const taken = given.flatMap(({ fact, childId }) => {
    const held = known.get(nameOf(fact));
    if (!held) return [];
    const news = takeFile(held, keptOf(fact));
    const left = held.childId === childId ? null : held.childId;
    if (!news && left === null) return [];
    const entry = news?.entry ?? keptOf(held);
    return [{ held, fact, childId, left, entry, changed: left !== null || news?.changed === true, moved: news?.moved }];
  });
  await changeEntries(
    writing,
    taken.map(({ held, fact, ...one }) => ({ ...one, id: held.id, fromFile: keptOf(fact) })),
  );
  return taken.map(({ held, fact, childId, left, entry, changed, moved }) => ({
    childId,
    providerOds: held.providerOds,
    entryRef: held.entryRef,
    entry,
    changed,
    left,
    change: moved ? changeOf(held.id, childId, held.status, fact) : null,
  }));
}

function changeOf(entryId: string, childId: string, from: WaitingStatus | null, fact: WaitingListFact): FileChange {
  return { entryId, childId, from, to: fact.status, effectiveOn: fact.statusOn, reason: fact.reason };
}

async function tell(writing: Writing, outcomes: readonly Outcome[]): Promise<void> {
  await addHistory(
    writing,
    outcomes.flatMap(({ change: made }) => (made ? [made] : [])),
  );
  await writing.relate('T3', outcomes.flatMap(referralsOf));
  await writing.emit(
    'waiting-list-entry-changed',
    outcomes.flatMap(({ childId, left }) => (left === null ? [childId] : [childId, left])),
  );
}

/** The referral that an entry is; where it stood under another record, that one was never referred by it. */
function referralsOf({ entry, left, ...name }: Outcome): Related[] {
  const { status, statusOn, receivedOn } = entry;
  const referral = referralOf({ ...name, status, statusOn, receivedOn });
  return left === null ? [referral] : [referral, { ...referral, childId: left, until: referral.from }];
}
