import type { EntityManager } from 'typeorm';
import { emit, relate } from '../../../../platform/db/consequences.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { referralOf } from '../../waiting-list/referral.js';
import type { WaitingListFact } from './fact.js';
import {
  addEntries,
  addHistory,
  changeEntries,
  type EntryName,
  type FileChange,
  knownEntries,
  type KnownEntry,
  knowProviders,
} from './listed-entry.repository.js';
import { type FileEntry, keptOf, takeFile } from './take-file.js';

interface Given extends EntryName {
  readonly fact: WaitingListFact;
}

/** An entry that the file added or changed, as it now stands. */
interface Outcome extends EntryName {
  readonly entry: FileEntry;
  readonly changed: boolean;
  /** What goes into its history, where its status changed. */
  readonly change: FileChange | null;
}

const nameOf = ({ childId, providerOds, entryRef }: EntryName): string => `${childId} ${providerOds} ${entryRef}`;

/** Writes entries of providers' lists. Each is a referral of the child to the provider; the same file again is nothing. */
export async function write(
  manager: EntityManager,
  records: readonly ResolvedRecord<WaitingListFact>[],
): Promise<Written> {
  const facts = records.flatMap(({ childId, facts: own }) =>
    childId === null
      ? []
      : own.map((fact): Given => ({ childId, providerOds: fact.providerOds, entryRef: fact.entryRef, fact })),
  );
  // Of an entry that a file holds twice, the last line stands.
  const given = [...new Map(facts.map((one) => [nameOf(one), one])).values()];
  if (given.length === 0) return { written: 0, unchanged: 0 };
  await knowProviders(
    manager,
    given.map(({ fact }) => ({ ods: fact.providerOds, name: fact.providerName })),
  );
  const known = await knownEntries(
    manager,
    given.map(({ childId, providerOds, entryRef }) => ({ childId, providerOds, entryRef })),
  );
  const byName = new Map(known.map((entry) => [nameOf({ ...entry, childId: entry.askedChildId }), entry]));
  const outcomes = [
    ...(await add(
      manager,
      given.filter((one) => !byName.has(nameOf(one))),
    )),
    ...(await change(manager, given, byName)),
  ];
  await tell(
    manager,
    outcomes.filter(({ changed }) => changed),
  );
  return { written: outcomes.length, unchanged: facts.length - outcomes.length };
}

async function add(manager: EntityManager, given: readonly Given[]): Promise<Outcome[]> {
  const listed = given.map(({ fact, ...name }) => ({ ...name, entry: keptOf(fact), fromFile: keptOf(fact) }));
  const byName = new Map(given.map((one) => [nameOf(one), one.fact]));
  const added = await addEntries(manager, listed);
  return added.flatMap(({ id, ...name }) => {
    const fact = byName.get(nameOf(name));
    if (!fact) return [];
    return [{ ...name, entry: keptOf(fact), changed: true, change: changeOf(id, name.childId, null, fact) }];
  });
}

async function change(
  manager: EntityManager,
  given: readonly Given[],
  known: ReadonlyMap<string, KnownEntry>,
): Promise<Outcome[]> {
  const taken = given.flatMap((one) => {
    const held = known.get(nameOf(one));
    const news = held ? takeFile(held, keptOf(one.fact)) : null;
    return held && news ? [{ held, news, fact: one.fact }] : [];
  });
  await changeEntries(
    manager,
    taken.map(({ held, news, fact }) => ({
      id: held.id,
      changed: news.changed,
      entry: news.entry,
      fromFile: keptOf(fact),
    })),
  );
  return taken.map(({ held, news, fact }) => ({
    childId: held.childId,
    providerOds: held.providerOds,
    entryRef: held.entryRef,
    entry: news.entry,
    changed: news.changed,
    change: news.moved ? changeOf(held.id, held.childId, held.status, fact) : null,
  }));
}

function changeOf(entryId: string, childId: string, from: string | null, fact: WaitingListFact): FileChange {
  return { entryId, childId, from, to: fact.status, effectiveOn: fact.statusOn, reason: fact.reason };
}

async function tell(manager: EntityManager, outcomes: readonly Outcome[]): Promise<void> {
  await addHistory(
    manager,
    outcomes.flatMap(({ change: made }) => (made ? [made] : [])),
  );
  await relate(
    manager,
    Domain.HEALTH,
    'T3',
    outcomes.map(({ entry, ...name }) =>
      referralOf({ ...name, status: entry.status, statusOn: entry.statusOn, receivedOn: entry.receivedOn }),
    ),
  );
  await emit(
    manager,
    Domain.HEALTH,
    'waiting-list-entry-changed',
    outcomes.map(({ childId }) => childId),
  );
}
