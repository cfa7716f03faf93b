import { randomUUID } from 'node:crypto';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { invalid, type Judgement, judgeChange } from './judge-change.js';
import { judgeCorrection } from './judge-correction.js';
import { madeChange } from './made-change.js';
import { sentOn } from './new-entry.js';
import { WaitingStatus } from './status.js';
import type { StoredEntry } from './stored-entry.js';
import {
  IllegalTransition,
  InvalidChange,
  type UpdateResult,
  type UpdateWaitingListEntryInput,
  VersionConflict,
  WaitingListEntryUpdated,
} from './update-entry.type.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import { toEntry } from './waiting-list-entry.mapper.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';
import type { WaitingListEntry } from './waiting-list-entry.type.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** Changes one's own provider's entries. */
export class UpdateEntryService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {}

  async update(input: UpdateWaitingListEntryInput): Promise<UpdateResult> {
    const { judgement, entry, last } = await this.write(input);
    switch (judgement.outcome) {
      case 'ILLEGAL':
        return Object.assign(new IllegalTransition(), {
          from: judgement.from,
          to: judgement.to,
          allowed: [...judgement.allowed],
        });
      case 'INVALID':
        return Object.assign(new InvalidChange(), { field: judgement.field, because: judgement.because });
      case 'CONFLICT':
        return Object.assign(new VersionConflict(), { current: entry, ...lastSaid(last) });
      case 'UPDATED':
        return Object.assign(new WaitingListEntryUpdated(), { entry });
    }
  }

  private async write(input: UpdateWaitingListEntryInput): Promise<Written> {
    const permit = Permit.for(this.scope.caller, waitingListPolicy, {
      tier: 'T3',
      act: 'WRITE',
      operation: 'updateWaitingListEntry',
    });
    return this.scope.writes.run(
      [{ permit, subjects: { kind: 'waiting-list-entry', keys: [input.id] } }],
      async (writing) => {
        const [opened] = writing.opened;
        const childId = opened?.childOf.get(input.id);
        if (childId === undefined) throw noSuchEntry();
        const { idempotencyKey: key, ...body } = input;
        const judgement = await writing.once(key, body, () => this.make(writing, input));
        // Read in this very unit: an entry that was entered in error is the provider's to see no longer.
        const stored = await this.entries.written(writing, input.id);
        if (!stored) throw noSuchEntry();
        const diedOn = opened?.verdicts.get(childId)?.diedOn ?? null;
        const last = judgement.outcome === 'CONFLICT' ? await this.entries.lastChange(writing, input.id) : null;
        return { judgement, entry: toEntry({ ...stored, childId }, this.scope.today, diedOn), last };
      },
    );
  }

  /** Judges the change and makes it where it may be made. */
  private async make(writing: Writing, input: UpdateWaitingListEntryInput): Promise<Judgement> {
    const row = await this.entries.forUpdate(writing, input.id);
    // Absent, another provider's, and not permitted are one answer.
    if (!row) throw noSuchEntry();
    const history = input.corrects ? ((await this.entries.written(writing, input.id))?.history ?? []) : [];
    const judgement = await this.judge(writing, row, history, input);
    if (judgement.outcome !== 'UPDATED') return judgement;
    await this.entries.change(writing, row, madeChange(row, history, input), this.actor);
    await this.sendOn(writing, row, input);
    return judgement;
  }

  private async judge(
    writing: Writing,
    row: WaitingListEntryRow,
    history: StoredEntry['history'],
    input: UpdateWaitingListEntryInput,
  ): Promise<Judgement> {
    const { today } = this.scope;
    const judgement = input.corrects ? judgeCorrection(row, history, input, today) : judgeChange(row, input, today);
    if (judgement.outcome !== 'UPDATED') return judgement;
    if (input.corrects && row.status === WaitingStatus.REDIRECTED && (await this.entries.goesOn(writing, row.id)))
      return invalid('corrects', 'The wait goes on where the child was sent: there it must be entered in error first.');
    const { redirectTo, redirectProviderId: to } = input;
    if (!to || !redirectTo) return judgement;
    if (!(await this.entries.knowsProvider(writing, to)))
      return invalid('redirectProviderId', 'No provider of the hub has this ODS code.');
    if (to === row.providerOds && redirectTo === row.service)
      return invalid('redirectTo', 'The child is on this very list: name another service, or another provider.');
    return judgement;
  }

  /** A redirected child waits on where it is sent, in the same transaction. */
  private async sendOn(writing: Writing, row: WaitingListEntryRow, input: UpdateWaitingListEntryInput): Promise<void> {
    const { redirectTo: service, redirectProviderId: providerOds, effectiveOn: on } = input;
    if (!service || !providerOds) return;
    await this.entries.add(writing, sentOn(randomUUID(), row, { service, providerOds, on }, this.actor), this.actor);
  }

  private get actor(): string {
    const { sub, name } = this.scope.caller.claims;
    return name || sub;
  }
}

interface Written {
  readonly judgement: Judgement;
  /** As it stands after this. */
  readonly entry: WaitingListEntry;
  /** By whom and when it was changed last, where that is told. */
  readonly last: { readonly changedBy: string | null; readonly changedAt: string | null } | null;
}

const noSuchEntry = (): NotFound => new NotFound('There is no such entry on your provider’s waiting lists.');

/** When that was, as every moment leaves the hub. */
function lastSaid(last: Written['last']): Pick<VersionConflict, 'changedBy' | 'changedAt'> {
  const at = last?.changedAt ?? null;
  return { changedBy: last?.changedBy ?? null, changedAt: at === null ? null : new Date(at).toISOString() };
}
