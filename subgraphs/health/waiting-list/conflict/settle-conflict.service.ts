import { Permit } from '../../../../platform/access/permit.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { Conflict, NotFound } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../../platform/vocabulary/surrogate-id.js';
import type { WaitingListEntryRepository } from '../waiting-list-entry.repository.js';
import { waitingListPolicy } from '../waiting-list.policy.js';
import { toConflict } from './entry-conflict.mapper.js';
import { EntryConflictRepository } from './entry-conflict.repository.js';
import { ConflictSide } from './conflict-side.js';
import type { WaitingListConflict } from './entry-conflict.type.js';
import { takeFilesWord } from './take-files-word.js';

interface Answer {
  readonly outcome: 'SETTLED' | 'BEFORE' | 'CHANGED';
}

/** Which of file and hub is said to be right, by whoever saw the entry at a version. */
interface Settling {
  readonly id: string;
  readonly take: ConflictSide;
  readonly expectedVersion: number;
}

const noSuchConflict = (): NotFound => new NotFound('There is no such conflict on your provider’s waiting lists.');

/** Says which of file and hub is right about one of the provider's own entries. */
export class SettleConflictService {
  constructor(
    private readonly scope: RequestScope,
    private readonly conflicts: EntryConflictRepository,
    private readonly entries: WaitingListEntryRepository,
  ) {}

  /** What is refused is answered after the unit is committed, so that the asking stays written down. */
  async settle(settling: Settling, key: string): Promise<WaitingListConflict> {
    const { id } = settling;
    const permit = Permit.for(this.scope.caller, waitingListPolicy, {
      ...{ tier: 'T3', act: 'WRITE', operation: 'settleConflict' },
    });
    const keys = isSurrogateId(id) ? [id] : [];
    const done = await this.scope.writes.run(
      [{ permit, subjects: { kind: 'entry-conflict', keys } }],
      async (writing) => {
        const { outcome } = await writing.once(key, settling, () => this.put(writing, settling));
        const stored = isSurrogateId(id) ? await this.conflicts.written(writing, id) : null;
        return { outcome, stored };
      },
    );
    if (!done.stored) throw noSuchConflict();
    if (done.outcome === 'BEFORE') throw new Conflict('It was settled already: look again.');
    if (done.outcome === 'CHANGED') throw new Conflict('The entry was changed since it was seen: look again.');
    return toConflict(done.stored);
  }

  private async put(writing: Writing, { id, take, expectedVersion }: Settling): Promise<Answer> {
    const conflict = isSurrogateId(id) ? await this.conflicts.forUpdate(writing, id) : null;
    const row = conflict && (await this.entries.forUpdate(writing, conflict.entryId));
    if (!conflict || !row) throw noSuchConflict();
    if (conflict.taken !== null) return { outcome: 'BEFORE' };
    if (row.version !== expectedVersion) return { outcome: 'CHANGED' };
    const { sub, name } = this.scope.caller.claims;
    if (take === ConflictSide.FILE) await takeFilesWord(writing, row, conflict.fileSaid, name || sub);
    await EntryConflictRepository.settle(writing, row.id, take, name || sub);
    return { outcome: 'SETTLED' };
  }
}
