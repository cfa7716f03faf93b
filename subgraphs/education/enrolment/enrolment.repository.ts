import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { StoredEnrolment } from './stored-enrolment.js';

const ofChildren = {
  name: 'education_enrolments_of_children',
  text: `select k.asked as "childId", e.year_group as "yearGroup", e.entry_on as "from", e.until_on as "until", e.status,
      e.needs, e.sen_provisions as provisions, extract(epoch from e.recorded_at)::float8 as "recordedAt", jsonb_build_object('urn', e.urn, 'name', s.name, 'phase', s.phase,
        'type', s.type, 'localAuthority', s.local_authority_name) as school,
      s.local_authority_code as "councilCode"
    from ctx.keys($1) k join education.enrolment e on e.child_id = k.held
    left join education.school s on s.urn = e.urn
    order by e.entry_on, e.urn, e.id`,
};

/** Enrolments in PostgreSQL, with all that a roll shows. */
export class EnrolmentRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredEnrolment>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
