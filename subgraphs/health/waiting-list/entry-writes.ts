import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Judgement } from './judge-change.js';
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

/** Something that is to be done once with one entry of the provider's own. */
export interface EntryAct {
  readonly id: string;
  readonly key: string;
  readonly body: unknown;
  /** Judges it and does it where it may be done, with the row held. */
  readonly make: (writing: Writing, row: WaitingListEntryRow) => Promise<Judgement>;
}

/** Changes entries of one's own provider in one transaction: once for each key, and answered as they then stand. */
export class EntryWrites {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {}

  /** One answer to each, in order: for an entry that is not the provider's own NotFound, for a used key Conflict. */
  write(operation: string, acts: readonly EntryAct[]): Promise<(UpdateResult | HubError)[]> {
    const permit = Permit.for(this.scope.caller, waitingListPolicy, { tier: 'T3', act: 'WRITE', operation });
    const keys = [...new Set(acts.map(({ id }) => id))];
    return this.scope.writes.run([{ permit, subjects: { kind: 'waiting-list-entry', keys } }], async (writing) => {
      if (acts.length > 1) await this.hold(writing, acts);
      const done: (Judgement | HubError)[] = [];
      for (const act of acts) done.push(await this.attempt(writing, act));
      const results: (UpdateResult | HubError)[] = [];
      for (const [at, one] of done.entries()) results.push(await this.answer(writing, acts[at]?.id ?? '', one));
      return results;
    });
  }

  /** Keys first, then rows, each in an order that every write has: two at once wait for one another, never for each other. */
  private async hold(writing: Writing, acts: readonly EntryAct[]): Promise<void> {
    await writing.holdKeys(acts.map(({ key }) => key));
    await this.entries.hold(writing, [...childrenOf(writing).keys()]);
  }

  private async attempt(writing: Writing, { id, key, body, make }: EntryAct): Promise<Judgement | HubError> {
    if (!childrenOf(writing).has(id)) return noSuchEntry();
    try {
      return await writing.once(key, body, async () => {
        const row = await this.entries.forUpdate(writing, id);
        // Absent, another provider's, and not permitted are one answer.
        if (!row) throw noSuchEntry();
        return make(writing, row);
      });
    } catch (error) {
      // Thrown before anything was written.
      if (error instanceof NotFound || error instanceof Conflict) return error;
      throw error;
    }
  }

  private async answer(writing: Writing, id: string, judged: Judgement | HubError): Promise<UpdateResult | HubError> {
    if (!('outcome' in judged)) return judged;
    // Read in this very unit: an entry that was entered in error is the provider's to see no longer.
    const stored = await this.entries.written(writing, id);
    const childId = childrenOf(writing).get(id);
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
        return Object.assign(new VersionConflict(), { current: entry, ...(await this.last(writing, id)) });
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
