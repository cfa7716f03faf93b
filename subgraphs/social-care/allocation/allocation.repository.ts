import type { EntityManager } from 'typeorm';
import type { Allocation } from './allocation.js';

/** An allocation and whose it is. */
export interface ChildAllocation extends Allocation {
  readonly childId: string;
}

// An allocation that is held keeps the id of the child it was written under, also after that child was merged into
// another: its end must reach the caseload that it opened.
const keeping = `
  with keys as materialized (select asked, held from ctx.keys($2))
  insert into social_care.allocation as held
    (child_id, council, worker_id, worker_name, worker_contact, team, held_from, held_until)
  select distinct on (g."childId", g.council, g."workerId", g."from") coalesce(h.child_id, g."childId"),
    g.council, g."workerId", g."workerName", g."workerContact", g.team, g."from", g.until
  from jsonb_to_recordset($1) g("childId" uuid, council text, "workerId" text, "workerName" text, "workerContact" text,
    team text, "from" date, until date)
  left join (keys join social_care.allocation h on h.child_id = keys.held) on keys.asked = g."childId"
    and h.council = g.council and h.worker_id = g."workerId" and h.held_from = g."from"
  order by g."childId", g.council, g."workerId", g."from", g.until desc nulls first
  on conflict (child_id, council, worker_id, held_from) do update set worker_name = excluded.worker_name,
    worker_contact = excluded.worker_contact, team = excluded.team, held_until = excluded.held_until
  where (held.worker_name, held.worker_contact, held.team, held.held_until) is distinct from
    (excluded.worker_name, excluded.worker_contact, excluded.team, excluded.held_until)
  returning child_id "childId", council, worker_id "workerId", worker_name "workerName",
    worker_contact "workerContact", team, held_from "from", held_until until`;

/** Adds allocations, or brings those of the same child, worker and first day up to date. Returns those that changed. */
export async function keepAllocations(
  manager: EntityManager,
  allocations: readonly ChildAllocation[],
): Promise<ChildAllocation[]> {
  const children = [...new Set(allocations.map(({ childId }) => childId))];
  const changed: ChildAllocation[] = await manager.query(keeping, [JSON.stringify(allocations), children]);
  return changed;
}
