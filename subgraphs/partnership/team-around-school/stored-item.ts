import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { AgendaItemChangeRow } from './agenda-item-change.row.js';
import { AgendaItemRow } from './agenda-item.row.js';

/** What is shown of an item; `closedOn` stands for the moment it was closed. */
export const item = Columns.of(AgendaItemRow).without('closedAt');
export const change = Columns.of(AgendaItemChangeRow).without('itemId', 'childId', 'schoolUrn', 'actor');

/** What was done with an item, as stored. */
export type StoredChange = RowOf<typeof change>;

/** An item as a read brings it back. Days are ISO. */
export interface StoredItem extends RowOf<typeof item> {
  readonly closedOn: string | null;
  /** The first day on which it opens the child to the team no longer; null where it opens nothing. */
  readonly openedUntil: string | null;
  readonly history: readonly StoredChange[];
}

/** What an item of a table `a` has besides its own columns, as every read of one brings it back. */
export const besides = `to_char(a.closed_at at time zone 'Europe/London', 'YYYY-MM-DD') as "closedOn",
  access.opened_until('PARTNERSHIP', 'T2', a.child_id, 'TEAM_AROUND_SCHOOL', a.id::text)::text as "openedUntil",
  (select ${change.list('c', 'c.version')} from partnership.agenda_item_change c where c.item_id = a.id) as history`;
