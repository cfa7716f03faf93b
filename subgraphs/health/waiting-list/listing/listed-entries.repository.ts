import type { Listing, Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { HealthService, WaitingStatus } from '../status.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

const place = Columns.of(WaitingListEntryRow).only('id', 'receivedOn');

/** An entry's place, by the child it was listed by. */
export interface ListedPlace extends RowOf<typeof place> {
  readonly childId: string;
}

/** Which entries are meant; all where null. */
export interface Narrowing {
  readonly services: readonly HealthService[] | null;
  readonly statuses: readonly WaitingStatus[] | null;
  readonly provider: string | null;
  readonly receivedBy: string | null;
}

// The unit was opened for children whom nobody named. One who was listed by another id than the row's is found by both.
const listed = {
  name: 'health_listed_entries',
  text: `select k.asked as "childId", ${place.select('e')}
    from ctx.keys(ctx.opened()) k join health.waiting_list_entry e on e.child_id = k.held
    where e.status <> 'ENTERED_IN_ERROR' and ($1::text[] is null or e.service = any ($1))
      and ($2::text[] is null or e.status = any ($2)) and ($3::text is null or e.provider_ods = $3)
      and ($4::date is null or e.received_on <= $4)`,
  parse: place.parser<ListedPlace>(),
};

/** Where the entries stand of all children whom somebody is connected with. */
export class ListedEntriesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  places(permit: Permit, from: Listing, narrowing: Narrowing): Promise<SeenChildren<ListedPlace>> {
    const { services, statuses, provider, receivedBy } = narrowing;
    return this.unit.readListed([permit], from, { ...listed, values: [services, statuses, provider, receivedBy] });
  }
}
