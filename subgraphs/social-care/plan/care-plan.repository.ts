import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChangedFact } from '../changed-fact.js';
import { CarePlanRow } from './care-plan.row.js';
import type { CarePlan } from './open-plan.js';

/** A plan, as one source says. */
export interface SourcedPlan extends CarePlan {
  readonly childId: string;
  readonly sourceRef: string;
}

const plan = Columns.of(CarePlanRow).without('source');
const rest = plan.without('childId', 'sourceRef');

const replacement = `
  with given as materialized (
    select distinct on (g."childId", g."sourceRef") g.* from jsonb_to_recordset($3) g(${plan.recordset})
    order by g."childId", g."sourceRef", g."endedOn" desc nulls first),
  gone as (
    delete from social_care.care_plan where source = $1 and child_id = any ($2)
      and (child_id, source_ref) not in (select "childId", "sourceRef" from given) returning child_id),
  kept as (
    insert into social_care.care_plan as held (source, ${plan.names()})
    select $1, ${plan.values('given')} from given
    on conflict (child_id, source, source_ref) do update set ${rest.renewal}
    returning child_id)
  select child_id "childId", true removed from gone union all select child_id, false from kept`;

/**
 * Makes these plans the whole of what a source says in these records of children, and in no other record of the same
 * children. Returns what changed: the same again is nothing.
 */
export async function replacePlans(
  writing: Writing,
  source: string,
  children: readonly string[],
  plans: readonly SourcedPlan[],
): Promise<ChangedFact[]> {
  const changed: ChangedFact[] = await writing.query(replacement, [source, children, plan.json(plans)]);
  return changed;
}
