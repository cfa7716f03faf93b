import type { EntityManager } from 'typeorm';
import type { Allocation } from './allocation.js';

/** An allocation and whose it is. */
export interface ChildAllocation extends Allocation {
  readonly childId: string;
}

const keeping = `
  insert into social_care.allocation as held
    (child_id, council, worker_id, worker_name, worker_contact, team, held_from, held_until)
  select distinct on (g."childId", g.council, g."workerId", g."from") g."childId",
    g.council, g."workerId", g."workerName", g."workerContact", g.team, g."from", g.until
  from jsonb_to_recordset($1) g("childId" uuid, council text, "workerId" text, "workerName" text, "workerContact" text,
    team text, "from" date, until date)
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
  const changed: ChildAllocation[] = await manager.query(keeping, [JSON.stringify(allocations)]);
  return changed;
}
