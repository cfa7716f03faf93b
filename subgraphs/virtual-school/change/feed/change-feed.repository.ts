import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { NotedFact } from '../../../../platform/record/fact-changes.js';
import { VirtualSchoolHistoryRow } from '../virtual-school-history.row.js';

const noted = Columns.of(VirtualSchoolHistoryRow).without('childId');

/** A change as stored, by the id the child was asked for by. */
export interface StoredFact extends NotedFact {
  readonly childId: string;
}

const ofChildren = {
  name: 'virtual_school_changes_of_children',
  text: `select k.asked as "childId", f.child_id as "recordId", ${noted.select('f')}
    from ctx.keys($1) k join virtual_school.fact_history f on f.child_id = k.held`,
  parse: noted.parser<StoredFact>(),
};

/** What the virtual school learnt of children and when. */
export class ChangeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredFact>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
