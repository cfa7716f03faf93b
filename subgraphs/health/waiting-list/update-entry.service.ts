import { randomUUID } from 'node:crypto';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, Defect, HubError, InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { EntryAct, EntryWrites, Judged } from './entry-writes.js';
import { type Asked, invalid, type Judgement, judgeChange, keepsStatus } from './judge-change.js';
import { judgeCorrection } from './judge-correction.js';
import { madeChange } from './made-change.js';
import { type NewEntry, sentOn } from './new-entry.js';
import { WaitingStatus } from './status.js';
import type { StoredEntry } from './stored-entry.js';
import { namedService } from './told-service.js';
import { InvalidChange, type UpdateResult, type UpdateWaitingListEntryInput } from './update-entry.type.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** What one request may change at most. */
const mostChanges = 200;

/** Changes one's own provider's entries. */
export class UpdateEntryService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
    private readonly writes: EntryWrites,
  ) {}

  /** One change; NotFound for an entry that is not the provider's own, Conflict for a key that was used for something else. */
  async update(input: UpdateWaitingListEntryInput): Promise<UpdateResult> {
    const [result] = await this.writes.write('updateWaitingListEntry', [this.act(input)]);
    if (!result) throw new Defect('A change was asked for and none was answered.');
    if (result instanceof HubError) throw result;
    return result;
  }

  /** Up to 200 changes, each for itself: what of them can be made is made, and each is answered in its place. */
  async updateAll(inputs: readonly UpdateWaitingListEntryInput[]): Promise<UpdateResult[]> {
    if (inputs.length > mostChanges) throw new InvalidInput('inputs must be at most 200.');
    if (inputs.length === 0) return [];
    const results = await this.writes.write(
      'updateWaitingListEntries',
      inputs.map((input) => this.act(input)),
    );
    return results.map((result) => (result instanceof HubError ? asInvalid(result) : result));
  }

  private act(input: UpdateWaitingListEntryInput): EntryAct {
    const { idempotencyKey: key, ...body } = input;
    const redirectTo = input.redirectTo && namedService(input.redirectTo, 'redirectTo');
    const asked = { ...body, redirectTo };
    const lookingRound = Boolean(input.corrects);
    return { id: input.id, key, body, lookingRound, judge: (writing, row) => this.whole(writing, row, asked) };
  }

  /** Judges the change, and says what it comes to where it may be made. */
  private async whole(writing: Writing, row: WaitingListEntryRow, input: Asked): Promise<Judged> {
    const looksBack = input.corrects ?? (keepsStatus(row, input) ? input.rttStatus : null);
    const history = looksBack ? ((await this.entries.written(writing, row.id))?.history ?? []) : [];
    const judgement = await this.judge(writing, row, history, input);
    if (judgement.outcome !== 'UPDATED') return { judgement };
    const onward = await this.onward(writing, row, input);
    return { judgement, change: { row, ...madeChange(row, history, input), ...(onward ? { onward } : {}) } };
  }

  private async judge(
    writing: Writing,
    row: WaitingListEntryRow,
    history: StoredEntry['history'],
    input: Asked,
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

  /** A redirected child waits on where it is sent, from the same transaction on. */
  private async onward(writing: Writing, row: WaitingListEntryRow, input: Asked): Promise<NewEntry | null> {
    const { redirectTo: service, redirectProviderId: providerOds, effectiveOn: on } = input;
    if (!service || !providerOds) return null;
    // What helps meanwhile at a service that is not named would name it where the wait goes on.
    const support = (await this.entries.isUnnamed(writing, row)) ? { supportWhileWaiting: [] } : {};
    return { ...sentOn(randomUUID(), row, { service, providerOds, on }, this.writes.actor), ...support };
  }
}

/** A row's own failure, as the answer in its place. */
function asInvalid(failure: HubError): InvalidChange {
  const field = failure instanceof Conflict ? 'idempotencyKey' : 'id';
  return Object.assign(new InvalidChange(), { field, because: failure.message });
}
