import type { Listing, Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

const place = Columns.of(WaitingListEntryRow).only('id', 'receivedOn', 'service', 'status', 'providerOds');

/** An entry's place and what a list can be narrowed by, by the child it was listed by. */
export interface ListedPlace extends Omit<RowOf<typeof place>, 'service' | 'providerOds'> {
  readonly childId: string;
  /** Null of a service that is not named to whoever asks. */
  readonly service: RowOf<typeof place>['service'] | null;
  readonly providerOds: string | null;
}

const asNamed = place.parser<RowOf<typeof place> & { readonly childId: string }>();

// The unit was opened for children whom nobody named. One who was listed by another id than the row's is found by both. What
// the list is narrowed to is not asked here: conditions that may or may not hold are taken for ones that leave next to nobody,
// and then every entry is compared with every child.
const listed = {
  name: 'health_listed_entries',
  text: `select k.asked as "childId", ${place.select('e')}
    from ctx.keys(ctx.opened()) k join health.waiting_list_entry e on e.child_id = k.held
    where e.status <> 'ENTERED_IN_ERROR'
    union all select k.asked, ${place.select('e')}
    from ctx.keys(ctx.opened()) k join (select (u.entry).* from health.unnamed_waits() u) e on e.child_id = k.held
    where not exists (select from health.waiting_list_entry o where o.id = e.id)`,
  // What a row lacks of a service that is not named, its type says.
  parse: (row: unknown): ListedPlace => asNamed(row),
};

/** Where the entries stand of all children whom somebody is connected with. */
export class ListedEntriesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  places(permit: Permit, from: Listing): Promise<SeenChildren<ListedPlace>> {
    return this.unit.readListed([permit], from, { ...listed, values: [] });
  }
}
