import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Allocation } from './allocation.js';
import { AllocationRow } from './allocation.row.js';

/** An allocation, whose it is, and who manages the worker's team. */
export interface ChildAllocation extends Allocation {
  readonly childId: string;
  /** The council's own id, by which the manager signs in. */
  readonly managerId: string | null;
}

/** An allocation as it is held from now on, and who managed it until now. */
export interface ChangedAllocation extends ChildAllocation {
  readonly formerManagerId: string | null;
}

/** What a case list came to. */
export interface KeptAllocations {
  /** New, or not as they were held. */
  readonly changed: readonly ChangedAllocation[];
  /** Held until now, and taken back: as if they had never been. */
  readonly gone: readonly ChildAllocation[];
}

const allocation = Columns.of(AllocationRow).without('received');
const rest = allocation.without('childId', 'council', 'workerId', 'from');
const asHeld = allocation.parser<ChildAllocation>();
const asChanged = allocation.parser<ChangedAllocation>();

const told = `jsonb_to_recordset($1) g(${allocation.recordset})`;
const returning = `returning ${allocation.select('held')}`;

// A list names every row it has, in batches of any size: what it named a moment ago it does not put right. What an earlier
// list named and this one does not stays, unless this one names the same allocation otherwise: the same worker on days
// that overlap, or another worker from the same first day. An allocation of no day takes back.
const takingBack = `
  with told as (select * from ${told}),
  earlier as (select coalesce((select last_received from social_care.source_receipt where source = 'case-list'), '-infinity') as at)
  delete from social_care.allocation held using told t
  where held.child_id = t."childId" and held.council = t.council
    and not exists (select from told s where s.until is distinct from s."from"
      and (s."childId", s.council, s."workerId", s."from") = (held.child_id, held.council, held.worker_id, held.held_from))
    and case
      when t.until = t."from" then (held.worker_id, held.held_from) = (t."workerId", t."from")
      when held.received > (select at from earlier) then false
      when held.worker_id = t."workerId" then daterange(held.held_from, held.held_until) && daterange(t."from", t.until)
      else held.held_from = t."from"
    end
  ${returning}`;

// What the table holds beside `kept` is what it held before the statement.
const keeping = `
  with kept as (
    insert into social_care.allocation as held (${allocation.names()})
    select distinct on (g."childId", g.council, g."workerId", g."from") ${allocation.values('g')}
    from ${told}
    where g.until is distinct from g."from"
    order by g."childId", g.council, g."workerId", g."from", g.until desc nulls first
    on conflict (child_id, council, worker_id, held_from) do update set received = now(), ${rest.renewal}
    returning held.*)
  select ${allocation.select('kept')}, former.manager_id as "formerManagerId"
  from kept left join social_care.allocation former
    on (former.child_id, former.council, former.worker_id, former.held_from)
      = (kept.child_id, kept.council, kept.worker_id, kept.held_from)`;

const naming = `
  update social_care.allocation held set received = now() from ${told}
  where held.received < now() and (held.child_id, held.council, held.worker_id, held.held_from)
    = (g."childId", g.council, g."workerId", g."from")`;

/**
 * Adds allocations, or brings those of the same child, worker and first day up to date; takes back those that are put
 * right, and those told with no day (until = from).
 */
export async function keepAllocations(
  writing: Writing,
  allocations: readonly ChildAllocation[],
): Promise<KeptAllocations> {
  const rows = allocation.json(allocations);
  const gone = await writing.query(takingBack, [rows]);
  const changed = await writing.query(keeping, [rows]);
  await writing.query(naming, [rows]);
  return { changed: changed.map(asChanged), gone: gone.map(asHeld) };
}
