import type { Related } from '../../../../platform/db/consequences.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { groupBy } from '../../../../platform/record/batch.js';
import { concernsNotBrought } from '../not-brought.js';
import { referralOf } from '../referral.js';
import type { FileEntry } from '../file-said.js';
import { keepIntervals } from '../wait-interval.repository.js';
import { isOpen } from '../status.js';
import { adoptMadeHere, joinContinued } from './continued-entry.repository.js';
import type { WaitingListFact } from './fact.js';
import { addHistory, type FileChange, type HeldStep, stepsOf } from './file-history.repository.js';
import { restatedStep, stepOf } from './file-step.js';
import {
  addEntries,
  changeEntries,
  type ChildEntry,
  type EntryName,
  knownEntries,
  type KnownEntry,
  knowProviders,
  lockEntries,
} from './listed-entry.repository.js';
import { keepConflicts } from './keep-conflicts.js';
import { redirectOf, takenBackBy } from './redirect.js';
import { sendOn, takeBackRedirects } from './send-on.repository.js';
import { keptOf, type Taken, takeFile } from './take-file.js';

interface Given extends ChildEntry {
  readonly fact: WaitingListFact;
}

/** An entry that the file added or changed, as it now stands. */
interface Outcome extends ChildEntry {
  readonly id: string;
  readonly entry: FileEntry;
  readonly changed: boolean;
  /** The day it came to this provider, where it was received elsewhere first. */
  readonly cameOn: string | null;
  /** The record it stood under until now, where that is another. */
  readonly left: string | null;
  /** What goes into its history, where its status changed. */
  readonly change: FileChange | null;
  /** Whether that may change what is known of a child not having been brought. */
  readonly concernsBrought: boolean;
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
  await lockEntries(writing, given);
  await knowProviders(
    writing,
    given.map(({ fact }) => ({ ods: fact.providerOds, name: fact.providerName })),
  );
  await adoptMadeHere(
    writing,
    given.map(({ fact, childId, providerOds, entryRef }) => {
      const { service, status, statusOn, receivedOn, continuesFrom = null } = fact;
      return { childId, providerOds, entryRef, service, open: isOpen(status), statusOn, receivedOn, continuesFrom };
    }),
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
  await followRedirects(writing, outcomes);
  await joinContinued(
    writing,
    given.map(({ childId }) => childId),
  );
  return { written: outcomes.length, unchanged: facts.length - outcomes.length };
}

async function followRedirects(writing: Writing, outcomes: readonly Outcome[]): Promise<void> {
  await takeBackRedirects(writing, outcomes.flatMap(takenBackBy));
  await sendOn(writing, outcomes.flatMap(redirectOf));
}

async function add(writing: Writing, given: readonly Given[]): Promise<Outcome[]> {
  const listed = given.map(({ fact, ...name }) => ({ ...name, entry: keptOf(fact), fromFile: keptOf(fact) }));
  const byName = new Map(given.map((one) => [nameOf(one), one.fact]));
  const added = await addEntries(writing, listed);
  return added.flatMap(({ id, ...name }) => {
    const fact = byName.get(nameOf(name));
    if (!fact) return [];
    const first = stepOf({ entryId: id, childId: name.childId, from: null }, fact);
    const concernsBrought = concernsNotBrought(first, first.effectiveOn);
    return [
      { ...name, id, entry: keptOf(fact), changed: true, cameOn: null, left: null, change: first, concernsBrought },
    ];
  });
}

interface Listed {
  readonly held: KnownEntry;
  readonly given: Given;
  /** Null where the file says what the last one said. */
  readonly news: Taken | null;
  readonly left: string | null;
}

async function change(
  writing: Writing,
  given: readonly Given[],
  known: ReadonlyMap<string, KnownEntry>,
): Promise<Outcome[]> {
  const listed = given.flatMap((one): Listed[] => {
    const held = known.get(nameOf(one));
    if (!held) return [];
    const news = takeFile(held, one.fact);
    const left = held.childId === one.childId ? null : held.childId;
    return news || left !== null ? [{ held, given: one, news, left }] : [];
  });
  const restated = listed.filter(({ news }) => news?.restated).map(({ held }) => held.id);
  const steps = groupBy(restated.length > 0 ? await stepsOf(writing, restated) : [], ({ entryId }) => entryId);
  const outcomes = listed.map((one) => ({
    ...outcomeOf(one, steps.get(one.held.id) ?? []),
    held: one.held,
    news: one.news,
  }));
  await changeEntries(
    writing,
    outcomes.map(({ held: { id, fromFile }, news, childId, entry, changed }) => ({
      ...{ id, childId, entry, changed },
      fromFile: news?.fromFile ?? fromFile,
    })),
  );
  await keepConflicts(
    writing,
    outcomes.map(({ held: { id }, news, childId, providerOds }) => ({ entryId: id, childId, providerOds, news })),
  );
  return outcomes;
}

function outcomeOf({ held, given: { fact, childId }, news, left }: Listed, steps: readonly HeldStep[]): Outcome {
  const restated = news?.restated ? restatedStep(steps, fact, news.restated) : null;
  const moved = news?.moved ? stepOf({ entryId: held.id, childId, from: held.status }, fact) : null;
  const made = moved ?? (restated && { ...restated, childId });
  const keptOtherwise = news !== null && news.entry.confidential !== held.confidential;
  return {
    ...{ id: held.id, childId, providerOds: held.providerOds, entryRef: held.entryRef, cameOn: held.cameOn, left },
    entry: news?.entry ?? held,
    changed: left !== null || news?.changed === true,
    change: made,
    // Of a referral that is kept to its provider nobody else is told.
    concernsBrought: keptOtherwise || (made !== null && concernsNotBrought(made, held.statusOn)),
  };
}

async function tell(writing: Writing, outcomes: readonly Outcome[]): Promise<void> {
  await addHistory(
    writing,
    outcomes.flatMap(({ change: made }) => (made ? [made] : [])),
    'file',
  );
  await keepIntervals(
    writing,
    outcomes.map(({ id }) => id),
  );
  await writing.relate('T3', outcomes.flatMap(referralsOf));
  await writing.emit('waiting-list-entry-changed', outcomes.flatMap(childrenOf));
  const concerned = outcomes.filter(({ concernsBrought, left }) => concernsBrought || left !== null);
  await writing.emit('child-not-brought', concerned.flatMap(childrenOf));
}

/** Whose an entry is, and whose it was until now. */
const childrenOf = ({ childId, left }: Outcome): string[] => (left === null ? [childId] : [childId, left]);

/** The referral that an entry is; where it stood under another record, that one was never referred by it. */
function referralsOf({ entry, left, ...name }: Outcome): Related[] {
  const { status, statusOn, receivedOn } = entry;
  const referral = referralOf({ ...name, status, statusOn, receivedOn });
  return left === null ? [referral] : [referral, { ...referral, childId: left, until: referral.from }];
}
