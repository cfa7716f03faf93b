import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { WaitingListEntryRow } from '../waiting-list-entry.row.js';

const referral = Columns.of(WaitingListEntryRow).only('clinicianName', 'service', 'providerOds', 'receivedOn');

/** One open referral's clinician, as stored. */
export interface StoredClinician extends RowOf<typeof referral> {
  readonly childId: string;
  readonly providerName: string | null;
  /** Its service is not named outside health. */
  readonly unnamed: boolean;
}

const ofChildren = {
  name: 'health_team_feed',
  text: `select k.asked as "childId", ${referral.select('e')}, p.name as "providerName",
      health.is_unnamed(e.service, e.provider_ods, e.received_on) as unnamed
    from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held
    left join health.provider p on p.ods_code = e.provider_ods
    where not e.confidential
      and e.status not in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')
    order by e.received_on, e.provider_ods, e.entry_ref`,
  parse: referral.parser<StoredClinician>(),
};

/** Who in health works with a child, for the partnership's feed, which tells it on: a referral kept to its provider is not in it. */
export class TeamFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredClinician>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
