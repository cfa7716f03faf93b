import { hasDied } from '../../../platform/access/lifetime.js';
import { type ListPage, Permit } from '../../../platform/access/permit.js';
import type { Seen, SeenChildren } from '../../../platform/access/seen.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { HealthRecord } from '../child/health-record.type.js';
import { isOpen } from './status.js';
import type { FoundEntry, StoredEntry } from './stored-entry.js';
import { inPart, toEntry } from './waiting-list-entry.mapper.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import type { WaitingListEntry } from './waiting-list-entry.type.js';
import { waitingListPolicy } from './waiting-list.policy.js';

/** An entry, and whether the child still waits by it: one of an open status, of a child who lives. */
interface ListedEntry {
  readonly entry: WaitingListEntry;
  readonly open: boolean;
}

/** What may be seen of waiting lists: by child, and by the entry's own id. */
export class WaitingListService {
  private readonly byChild: RecordReader<StoredEntry, readonly ListedEntry[]>;
  private readonly byId: Batch<WaitingListEntry | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {
    this.byChild = new RecordReader(scope, {
      permit: this.permit('child.health'),
      read: (permit, ids) => entries.ofChildren(permit, ids),
      tell: (seen, childId) => toldOf(seen, childId, scope.today),
      untold: [],
    });
    this.byId = batch(
      (ids) => this.fetchById(ids),
      () => null,
    );
  }

  recordOf(childId: string): Promise<HealthRecord> {
    return this.byChild.recordOf(childId);
  }

  /** Longest wait first; null asks for open and closed entries alike. */
  async ofChild(childId: string, open: boolean | null): Promise<WaitingListEntry[]> {
    const listed = await this.byChild.of(childId);
    return listed.filter((one) => open === null || one.open === open).map(({ entry }) => entry);
  }

  /** Null for an entry that does not exist and for one whose child may not be seen. */
  entry(id: string): Promise<WaitingListEntry | null> {
    return isSurrogateId(id) ? this.byId.load(id) : Promise.resolve(null);
  }

  /** Of a page of all entries, narrowed as the question says, what may be told, in its order; and the place it goes on after. */
  async page(question: object, from: ListPage['from']): Promise<{ entries: WaitingListEntry[]; after: string | null }> {
    const { children, childOf, after } = await this.entries.page(this.permit('waitingList'), question, from);
    const told = entriesOf(children, this.scope.today);
    return { entries: [...childOf.keys()].flatMap((id) => told.get(id) ?? []), after };
  }

  private permit(operation: string): Permit {
    return Permit.for(this.scope.caller, waitingListPolicy, { tier: 'T3', operation });
  }

  private async fetchById(ids: readonly string[]): Promise<Map<string, WaitingListEntry>> {
    const { children } = await this.entries.byIds(this.permit('waiting-list-entry'), ids);
    return entriesOf(children, this.scope.today);
  }
}

/** By their own ids. */
function entriesOf(children: SeenChildren<FoundEntry>, today: string): Map<string, WaitingListEntry> {
  const told = [...children].flatMap(([childId, seen]) => toldOf(seen, childId, today));
  return new Map(told.map(({ entry }) => [entry.id, entry]));
}

function toldOf(seen: Seen<FoundEntry>, childId: string, today: string): readonly ListedEntry[] {
  const listed = (row: FoundEntry): ListedEntry => {
    const entry = toEntry({ ...row, childId }, today, seen.diedOn);
    return { entry, open: isOpen(entry.status) && !hasDied(seen.diedOn, today) };
  };
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows.map(listed);
    case 'REDACTED':
      return seen.toRedact.map(listed).map(({ entry, open }) => ({ entry: inPart(entry), open }));
    case 'EXISTENCE_ONLY':
      return [];
  }
}
