import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { EnrolmentRow } from '../enrolment.row.js';

const told = Columns.of(EnrolmentRow).only('urn', 'from', 'until', 'status', 'freeSchoolMeals', 'provisions');

/** A spell as it is told to whoever keeps a copy, with its school's phase. */
export interface ToldEnrolment extends RowOf<typeof told> {
  readonly childId: string;
  readonly phase: string | null;
}

const ofChildren = {
  name: 'education_enrolments_told',
  text: `select k.asked as "childId", ${told.select('e')}, s.phase
    from ctx.keys($1) k join education.enrolment e on e.child_id = k.held
    left join education.school s on s.urn = e.urn
    order by e.entry_on, e.urn, e.id`,
  parse: told.parser<ToldEnrolment>(),
};

/** Enrolments in PostgreSQL, with what a copy of them needs. */
export class EnrolmentFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<ToldEnrolment>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
