import { Permit } from '../../../../platform/access/permit.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { Conflict, NotFound } from '../../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../../platform/vocabulary/surrogate-id.js';
import { WaitingStatus } from '../status.js';
import type { WaitingListEntryRepository } from '../waiting-list-entry.repository.js';
import type { WaitingListEntryRow } from '../waiting-list-entry.row.js';
import { waitingListPolicy } from '../waiting-list.policy.js';
import { toConflict } from './entry-conflict.mapper.js';
import { EntryConflictRepository } from './entry-conflict.repository.js';
import type { EntryConflictRow } from './entry-conflict.row.js';
import { ConflictSide } from './conflict-side.js';
import type { WaitingListConflict } from './entry-conflict.type.js';
import { takeFilesWord } from './take-files-word.js';

interface Answer {
  readonly outcome: 'SETTLED' | 'BEFORE' | 'CHANGED' | 'GOES_ON';
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
    if (done.outcome === 'GOES_ON')
      throw new Conflict('The wait goes on where the child was sent: there it must be entered in error first.');
    return toConflict(done.stored);
  }

  private async put(writing: Writing, { id, take, expectedVersion }: Settling): Promise<Answer> {
    const known = isSurrogateId(id) ? await this.conflicts.written(writing, id) : null;
    // The entry before what is about it, as a file that comes meanwhile holds them: neither waits for the other for ever.
    const row = known && (await this.entries.forUpdate(writing, known.entryId));
    const conflict = await (row && this.conflicts.forUpdate(writing, id));
    if (!conflict || !row) throw noSuchConflict();
    if (conflict.taken !== null) return { outcome: 'BEFORE' };
    if (row.version !== expectedVersion) return { outcome: 'CHANGED' };
    if (take === ConflictSide.FILE && (await this.goesOnElsewhere(writing, row, conflict)))
      return { outcome: 'GOES_ON' };
    const { sub, name } = this.scope.caller.claims;
    if (take === ConflictSide.FILE) await takeFilesWord(writing, row, conflict.fileSaid, name || sub);
    await EntryConflictRepository.settle(writing, row.id, take, name || sub);
    return { outcome: 'SETTLED' };
  }

  /** Whether the child was sent on, as the file denies, and waits there. */
  private async goesOnElsewhere(writing: Writing, row: WaitingListEntryRow, { fileSaid }: EntryConflictRow) {
    const leaves = row.status === WaitingStatus.REDIRECTED && fileSaid.status !== undefined;
    return leaves && (await this.entries.goesOn(writing, row.id));
  }
}
