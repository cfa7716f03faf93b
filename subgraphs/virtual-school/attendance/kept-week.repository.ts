import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptWeekRow } from './kept-week.row.js';

const week = Columns.of(KeptWeekRow).without('sourceDomain', 'sourceTier');

/** One school's register week of a child, its ten marks packed as education packs them. */
export type PackedWeek = Omit<RowOf<typeof week>, 'childId'>;

const shown = week.without('childId', 'schoolUrn');

/** A packed week as kept, by the child it was asked for by. */
export interface KeptWeek extends RowOf<typeof shown> {
  readonly childId: string;
}

const ofChildren = {
  name: 'virtual_school_kept_weeks',
  text: `select k.asked as "childId", ${shown.select('w')}
    from ctx.keys($1) k join virtual_school.kept_week w on w.child_id = k.held order by w.week_beginning, w.school_urn`,
  parse: shown.parser<KeptWeek>(),
};

const replaceAll = `with given as (select distinct * from jsonb_to_recordset($2) x(${week.recordset})),
  gone as (
    delete from virtual_school.kept_week w where w.child_id in (select held from ctx.keys($1)) and not exists (
      select from given g where (${week.values('g')}) = (${week.names('w')})))
  insert into virtual_school.kept_week (${week.names()}) select ${week.values('given')} from given on conflict do nothing`;

/** The copy of education's register weeks, of children of the duty. */
export class KeptWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<KeptWeek>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /**
   * Makes the copy of these children what is given, each under the id it is given by, and of those not given nothing.
   * The same again writes nothing.
   */
  static async replace(
    writing: Writing,
    children: readonly string[],
    given: ReadonlyMap<string, readonly PackedWeek[]>,
  ): Promise<void> {
    const rows = [...given].flatMap(([childId, weeks]) => weeks.map((one) => ({ ...one, childId })));
    await writing.query(replaceAll, [children, week.json(rows)]);
  }
}
