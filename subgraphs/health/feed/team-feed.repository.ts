import type { Permit } from '../../../platform/access/permit.js';
import type { Opened, UnitOfWork } from '../../../platform/db/unit-of-work.js';

/** One open referral's clinician, as stored. */
export interface StoredClinician {
  readonly childId: string;
  readonly clinicianName: string | null;
  readonly service: string;
  readonly providerOds: string;
  readonly providerName: string | null;
  readonly since: string;
}

const ofChildren = {
  name: 'health_team_feed',
  text: `select k.asked as "childId", e.clinician_name as "clinicianName", e.service, e.provider_ods as "providerOds",
      p.name as "providerName", e.received_on as since
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where e.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')
    order by e.received_on, e.provider_ods, e.entry_ref`,
};

/** Who in health works with a child, for the partnership's feed. */
export class TeamFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<Opened<StoredClinician>> {
    return this.unit.read(permit, { children }, { ...ofChildren, values: [children] });
  }
}
