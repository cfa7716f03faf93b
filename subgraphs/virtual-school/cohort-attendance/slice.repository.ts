import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { CohortSessionWeekRow } from './cohort-session-week.row.js';
import type { Slice } from './week-slices.js';

const slice = Columns.of(CohortSessionWeekRow);
const said = slice.without('believedFrom');
const key = said.only('childId', 'weekBeginning', 'cohort', 'schoolUrn', 'team');
const rest = said.without('childId', 'weekBeginning', 'cohort', 'schoolUrn', 'team');

// One moment for all of a statement, and never before one at which something was said of these children: where the day that
// a test stands at is put back, what was believed when must still follow in order.
const replacing = `with given as materialized (select * from jsonb_to_recordset($2) x(${said.recordset})),
  mine as materialized (select k.held from ctx.keys($1) k),
  held as materialized (
    select w.* from virtual_school.cohort_session_week w where w.child_id in (select held from mine)),
  moment as materialized (
    select greatest(ctx.now(), (select max(believed_from) from held), (
      select max(p.believed_until) from virtual_school.cohort_session_week_past p where p.child_id in (select held from mine))) at),
  changed as materialized (
    select h.*, g."childId" is null as gone from held h
    left join given g on (${key.values('g')}) = (${key.names('h')})
    where g."childId" is null or (${rest.values('g')}) is distinct from (${rest.names('h')})),
  past as (
    insert into virtual_school.cohort_session_week_past (${slice.names()}, believed_until)
    select ${slice.names('c')}, m.at from changed c, moment m where c.believed_from < m.at),
  dropped as (
    delete from virtual_school.cohort_session_week w using changed c
    where c.gone and (${key.names('w')}) = (${key.names('c')}))
  insert into virtual_school.cohort_session_week as held (${said.names()}, believed_from)
  select ${said.values('g')}, m.at from given g, moment m
  on conflict (${key.names()}) do update set believed_from = excluded.believed_from, ${rest.renewal}`;

const forgetting = `delete from virtual_school.cohort_session_week_past p
  where p.child_id in (select access.forgotten_among('VIRTUAL_SCHOOL', 'T2', $1))`;

/**
 * Makes the slices of these children what is given, and of those not given none. What was said otherwise until now is kept
 * with the moments between which it was said; what is said as before stays as it is.
 */
export async function replaceSlices(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly Slice[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, slices]) => slices.map((one) => ({ ...one, childId })));
  await writing.query(replacing, [children, said.json(rows)]);
}

/** Of whom nothing is to be kept any more, not what was said of them once either. */
export async function forgetSlices(writing: Writing, children: readonly string[]): Promise<void> {
  await writing.query(forgetting, [children]);
}
