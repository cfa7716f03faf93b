import type { Writing } from '../../../platform/db/write-unit.js';
import { Defect, HubError } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { EntryWrites, Judged } from './entry-writes.js';
import { effectiveHistory } from './history.js';
import { notBroughtSince } from './not-brought.js';
import { judgeConsidered } from './risk-considered.js';
import type { UpdateResult } from './update-entry.type.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** That the risk to a child who was not brought was considered. */
interface Considered {
  readonly id: string;
  readonly expectedVersion: number;
  readonly consideredOn: string;
}

/** Records that somebody considered what it may mean that a child was not brought. */
export class RiskConsideredService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
    private readonly writes: EntryWrites,
  ) {}

  /** NotFound for an entry that is not the provider's own, Conflict for a key that was used for something else. */
  async record(considered: Considered, key: string): Promise<UpdateResult> {
    const act = { id: considered.id, key, body: { considered }, judge: this.judge(considered) };
    const [result] = await this.writes.write('recordRiskConsidered', [act]);
    if (!result) throw new Defect('A change was asked for and none was answered.');
    if (result instanceof HubError) throw result;
    return result;
  }

  private judge(considered: Considered) {
    return async (writing: Writing, row: WaitingListEntryRow): Promise<Judged> => {
      const stored = await this.entries.written(writing, row.id);
      const { history = [], consideredThrough = null } = stored ?? {};
      const { today } = this.scope;
      const missed = notBroughtSince(effectiveHistory(history), history, consideredThrough, today);
      const judgement = judgeConsidered({ version: row.version, missed }, considered, today);
      if (judgement.outcome !== 'UPDATED') return { judgement };
      const through = Math.max(...history.map(({ id }) => id));
      const done = { consideredOn: considered.consideredOn, through };
      return { judgement, change: { row, entry: {}, step: null, considered: done } };
    };
  }
}
