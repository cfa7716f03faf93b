import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChangedFact } from '../changed-fact.js';
import type { StatusSpan } from './intervals.js';
import { StatusIntervalRow } from './status-interval.row.js';

/** A status held over days, as one source says. */
export interface SourcedSpan extends StatusSpan {
  readonly childId: string;
  readonly sourceRef: string;
}

const span = Columns.of(StatusIntervalRow).without('source');
const rest = span.without('childId', 'sourceRef');

const replacement = `
  with given as materialized (
    select distinct on (g."childId", g."sourceRef") g.* from jsonb_to_recordset($3) g(${span.recordset})
    order by g."childId", g."sourceRef", g."until" desc nulls first),
  gone as (
    delete from social_care.status_interval where source = $1 and child_id = any ($2)
      and (child_id, source_ref) not in (select "childId", "sourceRef" from given) returning child_id),
  kept as (
    insert into social_care.status_interval as held (source, ${span.names()})
    select $1, ${span.values('given')} from given
    on conflict (child_id, source, source_ref) do update set ${rest.renewal}
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
  const changed: ChangedFact[] = await writing.query(replacement, [source, children, span.json(spans)]);
  return changed;
}
