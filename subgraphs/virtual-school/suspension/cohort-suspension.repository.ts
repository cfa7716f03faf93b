import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { CohortSuspensionRow } from './cohort-suspension.row.js';
import type { CohortSuspension } from './cohort-suspensions.js';

const suspension = Columns.of(CohortSuspensionRow);
const said = suspension.without('believedFrom');
const key = said.only('childId', 'cohort', 'schoolUrn', 'startedOn', 'category');
const rest = said.without('childId', 'cohort', 'schoolUrn', 'startedOn', 'category');

// As slices are: one moment for all of a statement, never before one at which something was said of these children.
const replacing = `with given as materialized (select x.* from jsonb_to_recordset($2) x(${said.recordset})),
  mine as materialized (select k.held from ctx.keys($1) k),
  held as materialized (
    select s.* from virtual_school.cohort_suspension s where s.child_id in (select held from mine)),
  moment as materialized (
    select greatest(ctx.now(), (select max(believed_from) from held), (
      select max(p.believed_until) from virtual_school.cohort_suspension_past p where p.child_id in (select held from mine))) at),
  changed as materialized (
    select h.*, g."childId" is null as gone from held h
    left join given g on (${key.values('g')}) = (${key.names('h')})
    where g."childId" is null or (${rest.values('g')}) is distinct from (${rest.names('h')})),
  past as (
    insert into virtual_school.cohort_suspension_past (${said.names()}, believed_from, believed_until)
    select ${said.names('c')}, c.believed_from, m.at from changed c, moment m where c.believed_from < m.at),
  dropped as (
    delete from virtual_school.cohort_suspension s using changed c
    where c.gone and (${key.names('s')}) = (${key.names('c')}))
  insert into virtual_school.cohort_suspension as held (${said.names()}, believed_from)
  select ${said.values('g')}, m.at from given g, moment m
  on conflict (${key.names()}) do update set believed_from = excluded.believed_from, ${rest.renewal}`;

const forgetting = `delete from virtual_school.cohort_suspension_past p
  where p.child_id in (select access.forgotten_among('VIRTUAL_SCHOOL', 'T2', $1))`;

/**
 * Makes the suspensions that count of these children what is given, and of those not given none. What was said otherwise
 * until now is kept with the moments between which it was said.
 */
export async function replaceCohortSuspensions(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly CohortSuspension[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, suspensions]) => suspensions.map((one) => ({ ...one, childId })));
  await writing.query(replacing, [children, said.json(rows)]);
}

/** Of whom nothing is to be kept any more, not what was said of them once either. */
export async function forgetCohortSuspensions(writing: Writing, children: readonly string[]): Promise<void> {
  await writing.query(forgetting, [children]);
}
