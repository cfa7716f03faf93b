import type { Writing } from '../../../platform/db/write-unit.js';
import { Defect, HubError } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { EntryWrites, Judged } from './entry-writes.js';
import { effectiveHistory } from './history.js';
import { judgeTold, outcomeOf } from './referrer-told.js';
import type { UpdateResult } from './update-entry.type.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** That a referrer was told of an outcome. */
interface Told {
  readonly id: string;
  readonly expectedVersion: number;
  readonly toldOn: string;
}

/** Records that referrers were told what came of their referrals. */
export class ReferrerToldService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
    private readonly writes: EntryWrites,
  ) {}

  /** NotFound for an entry that is not the provider's own, Conflict for a key that was used for something else. */
  async record(told: Told, key: string): Promise<UpdateResult> {
    const act = { id: told.id, key, body: { told }, judge: this.judge(told) };
    const [result] = await this.writes.write('recordReferrerTold', [act]);
    if (!result) throw new Defect('A change was asked for and none was answered.');
    if (result instanceof HubError) throw result;
    return result;
  }

  private judge(told: Told) {
    return async (writing: Writing, row: WaitingListEntryRow): Promise<Judged> => {
      const history = effectiveHistory((await this.entries.written(writing, row.id))?.history ?? []);
      const outcome = outcomeOf(history);
      const judgement = judgeTold({ version: row.version, outcome }, told, this.scope.today);
      if (judgement.outcome !== 'UPDATED' || !outcome) return { judgement };
      const telling = { outcome: outcome.outcome, toldOn: told.toldOn };
      return { judgement, change: { row, entry: {}, step: null, telling } };
    };
  }
}
