import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import { SuspensionRow } from './suspension.row.js';

const suspension = Columns.of(SuspensionRow);
const asHeld = suspension.parser();

/** What a school said of a suspension, as the writer of its files sees it. */
export type HeldSuspension = RowOf<typeof suspension>;

/** What schools told of suspensions, as bulk writes need it, inside an open unit of writing. */
export class ToldSuspensionRepository {
  constructor(private readonly writing: Writing) {}

  /** Lets one batch at a time read what stands and write what follows, until its transaction ends; the moment it is told. */
  async begin(): Promise<string> {
    const [moment] = await this.writing.query<{ readonly now: string }>(
      `select now()::text as now, pg_advisory_xact_lock(hashtextextended('education.suspension', 0))`,
    );
    if (!moment) throw new Defect('The database did not say what time it is.');
    return moment.now;
  }

  /** What stands of these records. */
  async standing(children: readonly string[]): Promise<HeldSuspension[]> {
    const rows = await this.writing.query(
      `select ${suspension.select('s')} from education.suspension s
        where s.child_id = any ($1) and s.superseded_at is null order by s.started_on, s.id`,
      [children],
    );
    return rows.map(asHeld);
  }

  /** Puts something else in the place of what stood, which stays as it was told. */
  async supersede(superseded: readonly HeldSuspension[], now: string, added: readonly HeldSuspension[]): Promise<void> {
    if (superseded.length > 0)
      await this.writing.query('update education.suspension set superseded_at = $2 where id = any ($1)', [
        superseded.map(({ id }) => id),
        now,
      ]);
    if (added.length > 0) await this.writing.query(suspension.insertion, [suspension.json(added)]);
  }
}
