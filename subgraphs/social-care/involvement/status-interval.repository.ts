import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChangedFact } from '../changed-fact.js';
import type { StatusSpan } from './intervals.js';

/** A status held over days, as one source says. */
export interface SourcedSpan extends StatusSpan {
  readonly childId: string;
  readonly sourceRef: string;
}

const replacement = `
  with given as materialized (
    select distinct on (g."childId", g."sourceRef") g."childId" child_id, g."sourceRef" source_ref, g.status, g."from", g.until
    from jsonb_to_recordset($3) g("childId" uuid, "sourceRef" text, status text, "from" date, until date)
    order by g."childId", g."sourceRef", g.until desc nulls first),
  gone as (
    delete from social_care.status_interval where source = $1 and child_id = any ($2)
      and (child_id, source_ref) not in (select child_id, source_ref from given) returning child_id),
  kept as (
    insert into social_care.status_interval as held (child_id, source, source_ref, status, held_from, held_until)
    select child_id, $1, source_ref, status, "from", until from given
    on conflict (child_id, source, source_ref) do update
      set status = excluded.status, held_from = excluded.held_from, held_until = excluded.held_until
      where (held.status, held.held_from, held.held_until)
        is distinct from (excluded.status, excluded.held_from, excluded.held_until)
    returning child_id)
  select child_id "childId", true removed from gone union all select child_id, false from kept`;

/**
 * Makes these spans the whole of what a source says in these records of children, and in no other record of the same
 * children. Returns what changed: the same again is nothing.
 */
export async function replaceIntervals(
  writing: Writing,
  source: string,
  children: readonly string[],
  spans: readonly SourcedSpan[],
): Promise<ChangedFact[]> {
  const changed: ChangedFact[] = await writing.query(replacement, [source, children, JSON.stringify(spans)]);
  return changed;
}
