import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { shownSchool } from '../school/stored-school.js';
import { shownEnrolment, type StoredEnrolment } from './stored-enrolment.js';

const ofChildren = {
  name: 'education_enrolments_of_children',
  text: `select k.asked as "childId", ${shownEnrolment.select('e')},
      ${shownSchool.without('urn').object('s', { urn: 'e.urn' })} as school
    from ctx.keys($1) k join education.enrolment e on e.child_id = k.held
    left join education.school s on s.urn = e.urn
    order by e.entry_on, e.urn, e.id`,
  parse: shownEnrolment.parser<StoredEnrolment>({ school: shownSchool }),
};

/** Enrolments in PostgreSQL, with all that a roll shows. */
export class EnrolmentRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredEnrolment>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
