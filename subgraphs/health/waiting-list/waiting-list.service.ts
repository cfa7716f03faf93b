import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch, groupBy } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { HealthRecord } from '../child/health-record.type.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { isOpen } from './status.js';
import { toEntry } from './waiting-list-entry.mapper.js';
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
  private readonly byChild: Batch<ListedEntry[]>;
  private readonly byId: Batch<WaitingListEntry | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {
    this.byChild = batch(
      (ids) => this.fetchByChild(ids),
      () => [],
    );
    this.byId = batch(
      (ids) => this.fetchById(ids),
      () => null,
    );
  }

  /**
   * The domain's record on a child. The same for a child with nothing held and one who may not be seen: which of the
   * two is not told. Role and purpose that are not shared with at all are refused.
   */
  async recordOf(childId: string): Promise<HealthRecord> {
    const [facts] = await Promise.all([this.scope.sources(), this.byChild.load(childId)]);
    return { childId, asAt: facts.asAt, stale: facts.stale, sources: [...facts.sources] };
  }

  /** Longest wait first; null asks for open and closed entries alike. */
  async ofChild(childId: string, open: boolean | null): Promise<WaitingListEntry[]> {
    const listed = await this.byChild.load(childId);
    return listed.filter((one) => open === null || one.open === open).map(({ entry }) => entry);
  }

  /** Null for an entry that does not exist and for one whose child may not be seen. */
  entry(id: string): Promise<WaitingListEntry | null> {
    return isSurrogateId(id) ? this.byId.load(id) : Promise.resolve(null);
  }

  private permit(operation: string): Permit {
    return Permit.for(this.scope.caller, waitingListPolicy, { tier: 'T3', operation });
  }

  private async fetchByChild(ids: readonly string[]): Promise<Map<string, ListedEntry[]>> {
    const { today } = this.scope;
    const { rows, verdicts } = await this.entries.ofChildren(this.permit('child.health'), ids);
    const held = groupBy(rows, ({ childId }) => childId);
    return new Map(
      [...verdicts].map(([id, { diedOn }]) => [
        id,
        (held.get(id) ?? []).map((row) => {
          const entry = toEntry(row, today, diedOn);
          return { entry, open: isOpen(entry.status) && !hasDied(diedOn, today) };
        }),
      ]),
    );
  }

  private async fetchById(ids: readonly string[]): Promise<Map<string, WaitingListEntry>> {
    const { rows, childOf, verdicts } = await this.entries.byIds(this.permit('waiting-list-entry'), ids);
    return new Map(
      rows.flatMap((row) => {
        const childId = childOf.get(row.id);
        if (childId === undefined) return [];
        const diedOn = verdicts.get(childId)?.diedOn ?? null;
        return [[row.id, toEntry({ ...row, childId }, this.scope.today, diedOn)] as const];
      }),
    );
  }
}
