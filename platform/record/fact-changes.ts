import { always, type ChangeFact } from '../vocabulary/change-fact.js';
import type { Facet } from '../vocabulary/facet.js';
import { groupBy } from './batch.js';

/** What tells a fact, by the columns of its table. */
export type FactValues = Readonly<Record<string, unknown>>;

/** A change of a fact as its domain's history has it. */
export interface NotedFact {
  /** Rises in the order of learning. */
  readonly id: number;
  /** The record of the child that it is of. */
  readonly recordId: string;
  readonly fact: string;
  readonly factKey: string;
  readonly was: FactValues | null;
  readonly became: FactValues | null;
  /** ISO instant: one for all that one act changed. */
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

/** What is so, and on which days. */
interface PresentInWords {
  readonly to: string;
  readonly from: string;
  /** The first day on which it is so no more; null while it goes on. */
  readonly until: string | null;
}

/** How a kind of fact is told. */
export interface FactInWords<Noted extends NotedFact> {
  readonly facet: Facet | null;
  /** Which fact it is. */
  readonly what: (values: FactValues, noted: Noted) => string;
  /** That it was taken back, which names nothing of it. */
  readonly takenBack: string;
  /** What it is; null where nothing is told of it. */
  readonly say: (values: FactValues, noted: Noted) => string | null;
  /**
   * What of it is so now, as the record shows it to whom what it was is not shown: told to them in place of the change, on the
   * days on which it holds. Null, or left out, where the change is all there is to tell.
   */
  readonly now?: (values: FactValues, noted: Noted) => PresentInWords | null;
  /** The source of what no person said. */
  readonly source: (values: FactValues, noted: Noted) => string | null;
}

/**
 * The changes of facts that a history tells. What one act takes away and puts back is one change, or none. Of a fact that was
 * taken back all that was told before is told no longer, but that it was taken back. A kind that has no words is not told.
 */
export function factChanges<Noted extends NotedFact>(
  noted: readonly Noted[],
  words: ReadonlyMap<string, FactInWords<Noted>>,
): ChangeFact[] {
  const facts = groupBy(noted, ({ recordId, fact, factKey }) => [recordId, fact, factKey].join('\0'));
  return [...facts.values()].flatMap((of) => {
    const inWords = words.get(of[0]?.fact ?? '');
    if (!inWords) return [];
    const acts = netOf(of.toSorted((a, b) => a.id - b.id));
    const gone = acts.findLastIndex(({ became }) => became === null);
    const last = acts.at(-1);
    return [
      ...acts.slice(Math.max(gone, 0)).flatMap((act) => told(act, inWords)),
      ...(last ? presentOf(last, inWords) : []),
    ];
  });
}

/** What each act came to, in the order of learning. */
function netOf<Noted extends NotedFact>(inOrder: readonly Noted[]): Noted[] {
  return [...groupBy(inOrder, ({ recordedAt }) => recordedAt).values()].flatMap((act) => {
    const last = act.at(-1);
    const was = act[0]?.was ?? null;
    return last && (was !== null || last.became !== null) ? [{ ...last, was }] : [];
  });
}

function told<Noted extends NotedFact>(act: Noted, words: FactInWords<Noted>): ChangeFact[] {
  const { was, became, recordId, recordedAt } = act;
  const from = was && words.say(was, act);
  const at = new Date(recordedAt).toISOString();
  const stood = { key: `${act.fact}/${String(act.id)}`, recordId, facet: words.facet, at, ...always };
  if (became === null)
    return from === null ? [] : [{ ...stood, what: words.takenBack, from: null, to: null, by: null }];
  const to = words.say(became, act);
  if (from === to) return [];
  return [{ ...stood, what: words.what(became, act), from, to, by: act.recordedBy ?? words.source(became, act) }];
}

/** What the last of a fact's changes left, where it is told by itself. */
function presentOf<Noted extends NotedFact>(act: Noted, words: FactInWords<Noted>): ChangeFact[] {
  const { became, recordId, recordedAt } = act;
  const now = became && words.now?.(became, act);
  // On no day.
  if (!became || !now || (now.until !== null && now.until <= now.from)) return [];
  return [
    {
      ...{ key: `${act.fact}/${String(act.id)}/now`, recordId, facet: null, at: new Date(recordedAt).toISOString() },
      ...{ what: words.what(became, act), from: null, to: now.to, by: act.recordedBy ?? words.source(became, act) },
      ...{ toldFrom: now.from, toldUntil: now.until },
    },
  ];
}
