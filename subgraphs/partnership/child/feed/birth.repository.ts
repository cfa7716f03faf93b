import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { ChildRow } from '../child.row.js';

const birth = Columns.of(ChildRow).only('childId', 'dateOfBirth');

/** When a child was born, as the child is shown. */
export type StoredBirth = RowOf<typeof birth>;

// What is shown of a child stands on the row of each of the child's ids.
const ofChildren = {
  name: 'partnership_births_of_children',
  text: `select ${birth.select('c')} from partnership.child c where c.child_id = any (array(
    select k.asked from ctx.keys($1) k where k.held = k.asked))`,
  parse: birth.parser<StoredBirth>(),
};

/** Dates of birth, and nothing else of who a child is. */
export class BirthRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredBirth>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
