import type { Writing } from '../../../platform/db/write-unit.js';
import type { ChangedFact } from '../changed-fact.js';
import type { CarePlan } from './open-plan.js';

/** A plan, as one source says. */
export interface SourcedPlan extends CarePlan {
  readonly childId: string;
  readonly sourceRef: string;
}

const replacement = `
  with given as materialized (
    select distinct on (g."childId", g."sourceRef") g."childId" child_id, g."sourceRef" source_ref,
      g.kind, g."startedOn", g."endedOn", g."reviewedOn", g."nextReviewOn"
    from jsonb_to_recordset($3) g("childId" uuid, "sourceRef" text, kind text, "startedOn" date, "endedOn" date,
      "reviewedOn" date, "nextReviewOn" date)
    order by g."childId", g."sourceRef", g."endedOn" desc nulls first),
  gone as (
    delete from social_care.care_plan where source = $1 and child_id = any ($2)
      and (child_id, source_ref) not in (select child_id, source_ref from given) returning child_id),
  kept as (
    insert into social_care.care_plan as held
      (child_id, source, source_ref, kind, started_on, ended_on, reviewed_on, next_review_on)
    select child_id, $1, source_ref, kind, "startedOn", "endedOn", "reviewedOn", "nextReviewOn" from given
    on conflict (child_id, source, source_ref) do update set kind = excluded.kind, started_on = excluded.started_on,
      ended_on = excluded.ended_on, reviewed_on = excluded.reviewed_on, next_review_on = excluded.next_review_on
      where (held.kind, held.started_on, held.ended_on, held.reviewed_on, held.next_review_on) is distinct from
        (excluded.kind, excluded.started_on, excluded.ended_on, excluded.reviewed_on, excluded.next_review_on)
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
  const changed: ChangedFact[] = await writing.query(replacement, [source, children, JSON.stringify(plans)]);
  return changed;
}
