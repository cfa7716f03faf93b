import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { BulkTable } from '../../../platform/db/upsert.js';
import type { Writing } from '../../../platform/db/write-unit.js';

/** One term's plan, as stored. */
export interface StoredPlan {
  readonly childId: string;
  readonly term: string;
  readonly dueOn: string;
  readonly completedOn: string | null;
  readonly quality: string | null;
  readonly pupilPremiumPlusPence: number | null;
}

const ofChildren = {
  name: 'virtual_school_peps_of_children',
  text: `select k.asked as "childId", p.term, p.due_on as "dueOn", p.completed_on as "completedOn", p.quality,
      p.pupil_premium_plus_pence as "pupilPremiumPlusPence"
    from ctx.keys($1) k join virtual_school.pep p on p.child_id = k.held order by p.due_on desc, p.term`,
};

const table: BulkTable = {
  table: 'virtual_school.pep',
  columns: {
    child_id: 'uuid',
    term: 'text',
    due_on: 'date',
    completed_on: 'date',
    quality: 'text',
    pupil_premium_plus_pence: 'int',
  },
  key: ['child_id', 'term'],
};

/** Personal Education Plans in PostgreSQL. Every read takes the permit it is made under. */
export class PersonalEducationPlanRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredPlan>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }

  /** A child has one plan a term: the latest file's. Returns how many were added or changed. */
  static write(writing: Writing, plans: readonly StoredPlan[]): Promise<number> {
    const rows = plans.map((plan) => ({
      child_id: plan.childId,
      term: plan.term,
      due_on: plan.dueOn,
      completed_on: plan.completedOn,
      quality: plan.quality,
      pupil_premium_plus_pence: plan.pupilPremiumPlusPence,
    }));
    return writing.upsert(table, rows);
  }
}
