import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { AllocationRow } from '../allocation/allocation.row.js';
import { CarePlanRow } from '../plan/care-plan.row.js';
import { StatusIntervalRow } from './status-interval.row.js';

const span = Columns.of(StatusIntervalRow).without('childId', 'source', 'sourceRef');
const allocation = Columns.of(AllocationRow).without('childId', 'received', 'managerId');
const plan = Columns.of(CarePlanRow).without('childId', 'source', 'sourceRef');

/** What is held under one id of a child: a child comes back once for each of the ids that are linked. */
export interface StoredInvolvement {
  readonly childId: string;
  readonly spans: readonly RowOf<typeof span>[];
  readonly allocations: readonly RowOf<typeof allocation>[];
  readonly plans: readonly RowOf<typeof plan>[];
}

const ofChildren = {
  name: 'social_care_of_children',
  text: `select k.asked as "childId",
      (select ${span.list('s', 's.held_from, s.status, s.source, s.source_ref')}
        from social_care.status_interval s where s.child_id = k.held) as spans,
      (select ${allocation.list('a', 'a.held_from, a.council, a.worker_id')}
        from social_care.allocation a where a.child_id = k.held) as allocations,
      (select ${plan.list('p', 'p.started_on, p.kind, p.source, p.source_ref')}
        from social_care.care_plan p where p.child_id = k.held) as plans
    from ctx.keys($1) k order by k.asked, k.held`,
  parse: Columns.within<StoredInvolvement>({ spans: span, allocations: allocation, plans: plan }),
};

/** Statuses, allocations and plans in PostgreSQL, read together. */
export class InvolvementRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredInvolvement>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
