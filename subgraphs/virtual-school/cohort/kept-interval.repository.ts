import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { FollowedInterval } from './duty.js';
import { KeptIntervalRow } from './kept-interval.row.js';

const interval = Columns.of(KeptIntervalRow).without('sourceDomain', 'sourceTier');

/** One status a child of the duty held, as kept, with the child it was asked for by. */
export type KeptInterval = RowOf<typeof interval>;

const shown = interval.without('childId');

const ofChildren = {
  name: 'virtual_school_kept_intervals',
  text: `select k.asked as "childId", ${shown.select('i')}
    from ctx.keys($1) k join virtual_school.kept_interval i on i.child_id = k.held order by i.held_from, i.status`,
  parse: shown.parser<KeptInterval>(),
};

const rest = interval.only('until');

const replaceAll = `with given as (select * from jsonb_to_recordset($2) x(${interval.recordset})),
  gone as (
    delete from virtual_school.kept_interval i where i.child_id in (select held from ctx.keys($1)) and not exists (
      select from given g where (g."childId", g.status, g."from") = (i.child_id, i.status, i.held_from))
    returning i.child_id),
  kept as (
    insert into virtual_school.kept_interval as held (${interval.names()}) select ${interval.values('given')} from given
    on conflict (child_id, status, held_from) do update set ${rest.renewal}
    returning child_id)
  select child_id as "childId" from gone union select child_id from kept`;

/** The copy of social care's status intervals, of children of the duty. */
export class KeptIntervalRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<KeptInterval>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /**
   * Makes the copy of these children what is given, each under the id it is given by, and of those not given nothing.
   * Returns the ids whose copy changed, other ids of the children among them.
   */
  static async replace(
    writing: Writing,
    children: readonly string[],
    given: ReadonlyMap<string, readonly FollowedInterval[]>,
  ): Promise<string[]> {
    const rows = [...given].flatMap(([childId, intervals]) => intervals.map((one) => ({ ...one, childId })));
    const changed: { childId: string }[] = await writing.query(replaceAll, [children, interval.json(rows)]);
    return changed.map(({ childId }) => childId);
  }
}
