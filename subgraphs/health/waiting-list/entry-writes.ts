import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type HubError, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { changeEntries, type AcceptedChange } from './entry-change.repository.js';
import type { Judgement } from './judge-change.js';
import type { FoundEntry } from './stored-entry.js';
import {
  IllegalTransition,
  InvalidChange,
  type UpdateResult,
  VersionConflict,
  WaitingListEntryUpdated,
} from './update-entry.type.js';
import { toEntry } from './waiting-list-entry.mapper.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** What an act was judged to be, and the change it makes where it may be made. */
export interface Judged {
  readonly judgement: Judgement;
  readonly change?: AcceptedChange;
}

/** Something that is to be done once with one entry of the provider's own. */
export interface EntryAct {
  readonly id: string;
  readonly key: string;
  readonly body: unknown;
  /** Whether it is judged by other entries too, so that what comes before it has to be written by then. */
  readonly lookingRound?: boolean;
  /** Judges it, with the row held. Writes nothing. */
  readonly judge: (writing: Writing, row: WaitingListEntryRow) => Promise<Judged>;
}

/** Acts in an order that is kept, in as few parts as may be: no part names an entry or a key twice. */
export function parted(acts: readonly EntryAct[]): (readonly EntryAct[])[] {
  const parts: EntryAct[][] = [];
  for (const act of acts) {
    const last = parts.at(-1);
    const beside = last && !act.lookingRound && !last.some(({ id, key }) => id === act.id || key === act.key);
    if (beside) last.push(act);
    else parts.push([act]);
  }
  return parts;
}

/** Changes entries of one's own provider in one transaction: once for each key, and answered as they then stand. */
export class EntryWrites {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {}

  /** Whose changes they are, by name. */
  get actor(): string {
    const { sub, name } = this.scope.caller.claims;
    return name || sub;
  }

  /** One answer to each, in order: for an entry that is not the provider's own NotFound, for a used key Conflict. */
  write(operation: string, acts: readonly EntryAct[]): Promise<(UpdateResult | HubError)[]> {
    const permit = Permit.for(this.scope.caller, waitingListPolicy, { tier: 'T3', act: 'WRITE', operation });
    const keys = [...new Set(acts.map(({ id }) => id))];
    return this.scope.writes.run([{ permit, subjects: { kind: 'waiting-list-entry', keys } }], async (writing) => {
      if (acts.length > 1) await this.hold(writing, acts);
      const done: (Judgement | HubError)[] = [];
      for (const part of parted(acts)) done.push(...(await this.attempt(writing, part)));
      const stored = await this.entries.allWritten(writing, [...childrenOf(writing).keys()]);
      const results: (UpdateResult | HubError)[] = [];
      for (const [at, one] of done.entries())
        results.push(await this.answer(writing, stored.get(acts[at]?.id ?? ''), one));
      return results;
    });
  }

  /** Keys first, then rows, each in an order that every write has: two at once wait for one another, never for each other. */
  private async hold(writing: Writing, acts: readonly EntryAct[]): Promise<void> {
    await writing.holdKeys(acts.map(({ key }) => key));
    await this.entries.hold(writing, [...childrenOf(writing).keys()]);
  }

  /** Acts on entries that are all different: each is judged by itself, and what may be made of them is made together. */
  private async attempt(writing: Writing, acts: readonly EntryAct[]): Promise<(Judgement | HubError)[]> {
    const own = acts.filter(({ id }) => childrenOf(writing).has(id));
    const answers = await writing.onceEach<Judgement>(own, async (places) => {
      const asked = places.flatMap((place) => own[place] ?? []);
      const rows = await this.entries.heldRows(
        writing,
        asked.map(({ id }) => id),
      );
      const judged: (Judged | null)[] = [];
      for (const act of asked) {
        const row = rows.get(act.id);
        judged.push(row ? await act.judge(writing, row) : null);
      }
      await changeEntries(
        writing,
        judged.flatMap((one) => one?.change ?? []),
        this.actor,
      );
      // Absent, another provider's, and not permitted are one answer.
      return judged.map((one) => one?.judgement ?? noSuchEntry());
    });
    return acts.map((act) => answers[own.indexOf(act)] ?? noSuchEntry());
  }

  /** `stored` was read in this very unit: an entry that was entered in error is the provider's to see no longer. */
  private async answer(
    writing: Writing,
    stored: FoundEntry | undefined,
    judged: Judgement | HubError,
  ): Promise<UpdateResult | HubError> {
    if (!('outcome' in judged)) return judged;
    const childId = childrenOf(writing).get(stored?.id ?? '');
    if (!stored || childId === undefined) return noSuchEntry();
    const diedOn = writing.opened[0]?.verdicts.get(childId)?.diedOn ?? null;
    const entry = toEntry({ ...stored, childId }, this.scope.today, diedOn);
    switch (judged.outcome) {
      case 'ILLEGAL': {
        const { from, to, allowed } = judged;
        return Object.assign(new IllegalTransition(), { from, to, allowed: [...allowed] });
      }
      case 'INVALID':
        return Object.assign(new InvalidChange(), { field: judged.field, because: judged.because });
      case 'CONFLICT':
        return Object.assign(new VersionConflict(), { current: entry, ...(await this.last(writing, stored.id)) });
      case 'UPDATED':
        return Object.assign(new WaitingListEntryUpdated(), { entry });
    }
  }

  /** Whose change came first, and when, as every moment leaves the hub. */
  private async last(writing: Writing, id: string): Promise<Pick<VersionConflict, 'changedBy' | 'changedAt'>> {
    const last = await this.entries.lastChange(writing, id);
    const at = last?.changedAt ?? null;
    return { changedBy: last?.changedBy ?? null, changedAt: at === null ? null : new Date(at).toISOString() };
  }
}

const childrenOf = (writing: Writing): ReadonlyMap<string, string> => writing.opened[0]?.childOf ?? new Map();

const noSuchEntry = (): NotFound => new NotFound('There is no such entry on your provider’s waiting lists.');
