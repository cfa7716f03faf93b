import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { ChildRow } from './child.row.js';
import { IdentifierRow } from './identifier.row.js';

/** What of a child's row a read brings back, the id that was asked for among it. */
export const shownChild = Columns.of(ChildRow).without('version');

/** What of a number. */
export const shownIdentifier = Columns.of(IdentifierRow).without('childId', 'valueHash');

/** Who a child is, as a read brings it back. */
export interface StoredChild extends RowOf<typeof shownChild> {
  readonly identifiers: readonly RowOf<typeof shownIdentifier>[];
}
