import type { Permit } from '../../../platform/access/permit.js';
import type { SeenPage } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { ChangeRow } from './change.row.js';

const change = Columns.of(ChangeRow).only('id', 'at', 'domain', 'what', 'was', 'became', 'toldBy');

/** A change as a read brings it back, and where it stands in the list. */
export interface StoredChange extends RowOf<typeof change> {
  readonly childId: string;
  readonly place: string;
}

// Of everyone the unit was opened for, each change by the record it stands under: of them more may be told than a page holds,
// which is left out afterwards.
const opened = {
  name: 'partnership_changes_of_opened',
  text: `select k.asked as "childId", partnership.place_of_change(c.at, c.id) as place, ${change.select('c')}
    from ctx.keys(ctx.opened()) k join partnership.change c on c.child_id = k.held
    where k.asked = k.held and c.domain = $1 and c.tier = $2 and c.heard_at > $3 and ($4 or c.team_urn is null)`,
  parse: change.parser<StoredChange>(),
};

/** Which changes are asked for. */
export interface AskedChanges {
  /** ISO instant. */
  readonly since: string;
  readonly limit: number;
  /** The place to go on after; from the latest where null. */
  readonly after: string | null;
  /** Whether the caller's role and purpose may see agendas: of those, what the caller's own teams are told. */
  readonly agenda: boolean;
}

/** What changed, each under its own domain's sensitivity. */
export class ChangeRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** A page of each domain's changes, the latest first, by the order of the permits. */
  pages(permits: readonly Permit[], { since, limit, after, agenda }: AskedChanges): Promise<SeenPage<StoredChange>[]> {
    return Promise.all(
      permits.map((permit) => {
        const { about, tier } = permit.request;
        const keys = [JSON.stringify({ about, tier, since, agenda })] as const;
        const page = { kind: 'changes-page', keys, from: { limit, after } };
        return this.unit.readPage(permit, page, { ...opened, values: [about, tier, since, agenda] }, ({ id }) => id);
      }),
    );
  }
}
