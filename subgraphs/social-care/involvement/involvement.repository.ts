import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Allocation } from '../allocation/allocation.js';
import type { CarePlan } from '../plan/open-plan.js';
import type { StatusSpan } from './intervals.js';

/** What is held under one id of a child: a child comes back once for each of the ids that are linked. */
export interface StoredInvolvement {
  readonly childId: string;
  readonly spans: readonly StatusSpan[];
  readonly allocations: readonly Allocation[];
  readonly plans: readonly CarePlan[];
}

const ofChildren = {
  name: 'social_care_of_children',
  text: `select k.asked as "childId",
      (select coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'from', s.held_from, 'until', s.held_until)
          order by s.held_from, s.status, s.source, s.source_ref), '[]')
        from social_care.status_interval s where s.child_id = k.held) as spans,
      (select coalesce(jsonb_agg(jsonb_build_object('council', a.council, 'workerId', a.worker_id,
          'workerName', a.worker_name, 'workerContact', a.worker_contact, 'team', a.team,
          'from', a.held_from, 'until', a.held_until)
          order by a.held_from, a.council, a.worker_id), '[]')
        from social_care.allocation a where a.child_id = k.held) as allocations,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'startedOn', p.started_on, 'endedOn', p.ended_on,
          'reviewedOn', p.reviewed_on, 'nextReviewOn', p.next_review_on)
          order by p.started_on, p.kind, p.source, p.source_ref), '[]')
        from social_care.care_plan p where p.child_id = k.held) as plans
    from ctx.keys($1) k order by k.asked, k.held`,
};

/** Statuses, allocations and plans in PostgreSQL, read together. */
export class InvolvementRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredInvolvement>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
