import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { type Judgement, judgeChange } from './judge-change.js';
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
    const { judgement, entry } = await this.write(input);
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
        return Object.assign(new VersionConflict(), { current: entry });
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
        const row = childId === undefined ? null : await this.entries.forUpdate(writing, input.id);
        // Absent, another provider's, and not permitted are one answer.
        if (!row) throw noSuchEntry();
        const judgement = await this.judge(writing, row, input);
        // Read in this very unit: an entry that was entered in error is the provider's to see no longer.
        const stored = await this.entries.written(writing, input.id);
        if (!stored) throw noSuchEntry();
        const whose = childId ?? row.childId;
        const diedOn = opened?.verdicts.get(whose)?.diedOn ?? null;
        return { judgement, entry: toEntry({ ...stored, childId: whose }, this.scope.today, diedOn) };
      },
    );
  }

  /** Judges the change and makes it where it may be made: once for each key. */
  private judge(writing: Writing, row: WaitingListEntryRow, input: UpdateWaitingListEntryInput): Promise<Judgement> {
    const { sub: actor, name } = this.scope.caller.claims;
    const { idempotencyKey: key, ...body } = input;
    return writing.once(key, body, async () => {
      const judgement = judgeChange(row, input, this.scope.today);
      if (judgement.outcome === 'UPDATED')
        await this.entries.change(writing, row, changeOf(input), name || actor, input.reason ?? null);
      return judgement;
    });
  }
}

interface Written {
  readonly judgement: Judgement;
  /** As it stands after this. */
  readonly entry: WaitingListEntry;
}

const noSuchEntry = (): NotFound => new NotFound('There is no such entry on your provider’s waiting lists.');

function changeOf(input: UpdateWaitingListEntryInput) {
  return {
    status: input.to,
    statusOn: input.effectiveOn,
    ...(input.nextStep === undefined ? {} : { nextStep: input.nextStep }),
    ...(input.nextAppointmentOn === undefined ? {} : { nextAppointmentOn: input.nextAppointmentOn }),
    ...(input.supportWhileWaiting ? { supportWhileWaiting: input.supportWhileWaiting } : {}),
  };
}
