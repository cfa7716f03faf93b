import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { SuspensionCategory } from './suspension-category.js';
import { SuspensionProvisionRow } from './suspension-provision.row.js';
import { SuspensionRow } from './suspension.row.js';

const added = Columns.of(SuspensionProvisionRow).without('id', 'recordedAt');
const key = Columns.of(SuspensionRow).only('childId', 'urn', 'startedOn', 'category');
const asKey = key.parser();

/** What a record of provision is made of. */
type NewProvision = RowOf<typeof added>;

/** What tells one suspension of a child from another. */
type SuspensionKey = RowOf<typeof key>;

/** Provision that is recorded by hand, inside an open unit of writing. */
export class RecordedProvisionRepository {
  /**
   * The suspension of a child that began on a day and for which an organisation owes provision: its own, of a school; an
   * exclusion for good, of a council. Null where there is none that may be seen.
   */
  async owedBy(writing: Writing, childId: string, startedOn: string, org: string): Promise<SuspensionKey | null> {
    const ofCouncil = /^\d{3}$/.test(org);
    const rows = await writing.query(
      `select ${key.select('s')} from ctx.keys($1) k join education.suspension s on s.child_id = k.held
        where s.started_on = $2 and s.category = $3 and s.superseded_at is null${ofCouncil ? '' : ' and s.urn = $4'}
        order by s.recorded_at desc, s.id limit 1`,
      ofCouncil
        ? [[childId], startedOn, SuspensionCategory.PERMANENT]
        : [[childId], startedOn, SuspensionCategory.SUSPENSION, org],
    );
    return rows.map(asKey)[0] ?? null;
  }

  async add(writing: Writing, provision: NewProvision): Promise<void> {
    await writing.query(added.insertion, [added.json([provision])]);
  }
}
