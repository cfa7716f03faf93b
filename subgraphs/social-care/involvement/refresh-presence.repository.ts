import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { LED_BY_A_SOCIAL_WORKER } from './social-worker.js';

const refreshing = `
  with days as (
    select child_id, held_from, held_until from social_care.status_interval
      where child_id = any ($1) and status = any ($2)
    union all select child_id, held_from, held_until from social_care.allocation
      where child_id = any ($1) and role = $3),
  present as materialized (
    select child_id, lower(span) held_from, upper(span) held_until
    from (select child_id, unnest(range_agg(daterange(held_from, held_until))) span from days group by child_id) joined),
  gone as (
    delete from social_care.social_worker_presence where child_id = any ($1)
      and (child_id, held_from) not in (select child_id, held_from from present))
  insert into social_care.social_worker_presence as held (child_id, held_from, held_until)
  select child_id, held_from, held_until from present
  on conflict (child_id, held_from) do update set held_until = excluded.held_until
  where held.held_until is distinct from excluded.held_until`;

/**
 * Works out again on which days a social worker worked with children whose statuses or allocations changed: one was
 * allocated, or a social worker's own case was open.
 */
export async function refreshPresence(writing: Writing, children: readonly string[]): Promise<void> {
  if (children.length > 0)
    await writing.query(refreshing, [children, LED_BY_A_SOCIAL_WORKER, WorkerRole.SOCIAL_WORKER]);
}
