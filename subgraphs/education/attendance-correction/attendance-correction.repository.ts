import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shownSchool } from '../school/stored-school.js';
import type { StoredSchool } from '../school/stored-school.js';
import { AttendanceCorrectionRow } from './attendance-correction.row.js';

const shown = Columns.of(AttendanceCorrectionRow).without('id', 'childId', 'enrolmentId', 'urn');

/** A correction as a read brings it back, with its school and the child it was asked for by. */
export interface StoredCorrection extends RowOf<typeof shown> {
  readonly childId: string;
  readonly school: StoredSchool;
}

const ofChildren = {
  name: 'education_corrections_of_children',
  text: `select k.asked as "childId", ${shown.select('c')}, ${shownSchool.without('urn').object('s', { urn: 'c.urn' })} as school
    from ctx.keys($1) k join education.attendance_correction c on c.child_id = k.held
    left join education.school s on s.urn = c.urn
    where c.session_on between $2 and $3
    order by c.recorded_at, c.session_on, c.session, c.urn, c.id`,
  parse: shown.parser<StoredCorrection>({ school: shownSchool }),
};

/** Corrections of marks in PostgreSQL. */
export class AttendanceCorrectionRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Those of sessions of the days, both inclusive. */
  ofChildren(permit: Permit, children: readonly string[], { from, to }: Days): Promise<SeenChildren<StoredCorrection>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children, from, to] });
  }
}
