import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { SuspensionProvisionRow } from './suspension-provision.row.js';
import { SuspensionRow } from './suspension.row.js';

const shown = Columns.of(SuspensionRow).without('id', 'childId', 'version', 'supersededAt');
const recorded = Columns.of(SuspensionProvisionRow).only('inPlaceOn', 'recordedAt');

/** A suspension as a read brings it back, with the child it was asked for by and what was recorded of provision by hand. */
export interface StoredSuspension extends RowOf<typeof shown> {
  readonly childId: string;
  readonly byHand: readonly RowOf<typeof recorded>[];
  /** The day, in England, on which the school first told of it. */
  readonly firstToldOn: string;
}

const ofChildren = {
  name: 'education_suspensions_of_children',
  text: `select k.asked as "childId", ${shown.select('s')},
      (select ${recorded.list('p', 'p.recorded_at, p.id')} from education.suspension_provision p
        where p.child_id = s.child_id and p.urn = s.urn and p.started_on = s.started_on and p.category = s.category) as "byHand",
      (select min(f.recorded_at at time zone 'Europe/London')::date::text from education.suspension f
        where f.child_id = s.child_id and f.urn = s.urn and f.started_on = s.started_on and f.category = s.category) as "firstToldOn"
    from ctx.keys($1) k join education.suspension s on s.child_id = k.held and s.superseded_at is null
    order by s.started_on, s.urn, s.category, s.recorded_at, s.id`,
  parse: shown.parser<StoredSuspension>({ byHand: recorded }),
};

/** Suspensions in PostgreSQL, as they stand. */
export class SuspensionRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredSuspension>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
