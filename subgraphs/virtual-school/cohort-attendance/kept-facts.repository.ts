import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { groupBy } from '../../../platform/record/batch.js';
import { KeptWeekRow } from '../attendance/kept-week.row.js';
import { KeptIntervalRow } from '../cohort/kept-interval.row.js';
import { KeptAllocationRow } from '../cohort/kept-allocation.row.js';
import { KeptEnrolmentRow } from '../attendance/kept-enrolment.row.js';
import { KeptSuspensionRow } from '../suspension/kept-suspension.row.js';
import type { KeptFacts } from './read-model.js';

const status = Columns.of(KeptIntervalRow).only('status', 'from', 'until');
const allocation = Columns.of(KeptAllocationRow).only('role', 'team', 'from', 'until');
const roll = Columns.of(KeptEnrolmentRow).without('childId', 'sourceDomain', 'sourceTier');
const suspension = Columns.of(KeptSuspensionRow).without('childId', 'sourceDomain', 'sourceTier');
const week = Columns.of(KeptWeekRow).only('weekBeginning', 'schoolUrn', 'marks');

/** What is kept under one id of a child. */
interface KeptUnderId {
  readonly childId: string;
  readonly statuses: readonly RowOf<typeof status>[];
  readonly allocations: readonly RowOf<typeof allocation>[];
  readonly rolls: readonly RowOf<typeof roll>[];
  readonly weeks: readonly RowOf<typeof week>[];
  readonly suspensions: readonly RowOf<typeof suspension>[];
}

const ofChildren = `select k.asked as "childId",
    (select ${status.list('s', 's.held_from, s.status')} from virtual_school.kept_interval s where s.child_id = k.held) as statuses,
    (select ${allocation.list('a', 'a.held_from, a.role, a.team')}
      from virtual_school.kept_allocation a where a.child_id = k.held) as allocations,
    (select ${roll.list('e', 'e.held_from, e.school_urn')}
      from virtual_school.kept_enrolment e where e.child_id = k.held) as rolls,
    (select ${week.list('w', 'w.week_beginning, w.school_urn')}
      from virtual_school.kept_week w where w.child_id = k.held) as weeks,
    (select ${suspension.list('u', 'u.started_on, u.school_urn, u.category')}
      from virtual_school.kept_suspension u where u.child_id = k.held) as suspensions
  from ctx.keys($1) k`;

const parse = Columns.within<KeptUnderId>({
  ...{ statuses: status, allocations: allocation, rolls: roll, weeks: week, suspensions: suspension },
});

function together(kept: readonly KeptUnderId[]): KeptFacts {
  return {
    statuses: kept.flatMap(({ statuses }) => statuses),
    allocations: kept.flatMap(({ allocations }) => allocations),
    rolls: kept.flatMap(({ rolls }) => rolls),
    registers: kept.flatMap(({ weeks }) =>
      weeks.map(({ marks, ...of }) => ({ ...of, codes: unpackWeek(Buffer.from(marks, 'latin1')) })),
    ),
    suspensions: kept.flatMap(({ suspensions }) => suspensions),
  };
}

/** All that is kept of each of these children, for whom the write was opened under both owners' tiers. */
export async function keptFactsOf(
  writing: Writing,
  children: readonly string[],
): Promise<ReadonlyMap<string, KeptFacts>> {
  const rows = await writing.query(ofChildren, [children]);
  const byChild = groupBy(rows.map(parse), ({ childId }) => childId);
  return new Map(children.map((childId) => [childId, together(byChild.get(childId) ?? [])]));
}

const followed = `select distinct k.asked as "childId" from ctx.keys($1) k
  where exists (select from virtual_school.kept_interval i where i.child_id = k.held)
    or exists (select from virtual_school.kept_allocation a where a.child_id = k.held)`;

/** Which of these children anything is kept of that social care said. */
export async function followedAmong(writing: Writing, children: readonly string[]): Promise<string[]> {
  const rows = await writing.query<{ childId: string }>(followed, [children]);
  return rows.map(({ childId }) => childId);
}
