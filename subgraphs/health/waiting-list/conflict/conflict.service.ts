import { Permit } from '../../../../platform/access/permit.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { waitingListPolicy } from '../waiting-list.policy.js';
import { toConflict } from './entry-conflict.mapper.js';
import type { EntryConflictRepository } from './entry-conflict.repository.js';
import type { WaitingListConflict } from './entry-conflict.type.js';

/** What a provider's files and its people say differently of its own entries. */
export class ConflictService {
  constructor(
    private readonly scope: RequestScope,
    private readonly conflicts: EntryConflictRepository,
  ) {}

  /** The oldest first. */
  async open(): Promise<WaitingListConflict[]> {
    const permit = Permit.for(this.scope.caller, waitingListPolicy, { tier: 'T3', operation: 'waitingListConflicts' });
    const listed = await this.conflicts.listed(permit, { bases: ['REFERRAL'] });
    const rows = [...listed.values()].flatMap((seen) => (seen.outcome === 'FULL' ? seen.rows : []));
    const inOrder = new Map(rows.map((row) => [row.id, toConflict(row)]));
    return [...inOrder.values()].toSorted((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
  }
}
