import { Permit } from '../../../platform/access/permit.js';
import { once } from '../../../platform/db/idempotency.js';
import { NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { type Judgement, judgeChange } from './judge-change.js';
import type { WaitingStatus } from './status.js';
import {
  IllegalTransition,
  InvalidChange,
  type UpdateResult,
  type UpdateWaitingListEntryInput,
  VersionConflict,
  WaitingListEntryUpdated,
} from './update-entry.type.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListService } from './waiting-list.service.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** Changes one's own provider's entries. */
export class UpdateEntryService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
    private readonly waitingLists: WaitingListService,
  ) {}

  async update(input: UpdateWaitingListEntryInput): Promise<UpdateResult> {
    const judgement = await this.write(input);
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
        return Object.assign(new VersionConflict(), { current: await this.present(input.id) });
      case 'UPDATED':
        return Object.assign(new WaitingListEntryUpdated(), { entry: await this.present(input.id) });
    }
  }

  private async write(input: UpdateWaitingListEntryInput): Promise<Judgement> {
    const permit = Permit.for(this.scope.caller, waitingListPolicy, {
      tier: 'T3',
      act: 'WRITE',
      operation: 'updateWaitingListEntry',
    });
    const { sub: actor, name } = this.scope.caller.claims;
    return this.scope.writes.run(
      [{ permit, subjects: { kind: 'waiting-list-entry', keys: [input.id] } }],
      async (manager, [opened]) => {
        const row = opened?.childOf.has(input.id) ? await this.entries.forUpdate(manager, input.id) : null;
        // Absent, another provider's, and not permitted are one answer.
        if (!row) throw new NotFound('There is no such entry on your provider’s waiting lists.');
        const { idempotencyKey: key, ...body } = input;
        return once(manager, { schema: 'health', actor, key, body }, async () => {
          const { receivedOn, statusOn, version } = row;
          const standing = { status: row.status as WaitingStatus, receivedOn, statusOn, version };
          const judgement = judgeChange(standing, input, this.scope.today);
          if (judgement.outcome === 'UPDATED')
            await this.entries.change(manager, row, changeOf(input), name || actor, input.reason ?? null);
          return judgement;
        });
      },
    );
  }

  private async present(id: string) {
    const entry = await this.waitingLists.entry(id);
    if (!entry) throw new NotFound('There is no such entry on your provider’s waiting lists.');
    return entry;
  }
}

function changeOf(input: UpdateWaitingListEntryInput) {
  return {
    status: input.to,
    statusOn: input.effectiveOn,
    ...(input.nextStep === undefined ? {} : { nextStep: input.nextStep }),
    ...(input.nextAppointmentOn === undefined ? {} : { nextAppointmentOn: input.nextAppointmentOn }),
    ...(input.supportWhileWaiting ? { supportWhileWaiting: input.supportWhileWaiting } : {}),
  };
}
