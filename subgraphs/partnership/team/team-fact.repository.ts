import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';

/** One member of a child's team, as a read brings it back. */
export interface StoredMember {
  readonly childId: string;
  readonly domain: Domain;
  readonly name: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationKind: string | null;
  readonly lead: boolean;
  readonly since: string | null;
  readonly contact: string | null;
  readonly asAt: Date | null;
}

const ofChildren = {
  name: 'partnership_team_of_children',
  text: `select k.asked as "childId", f.domain, f.name, f.role, f.organisation_id as "organisationId",
      o.name as "organisationName", o.kind as "organisationKind", f.lead, f.since, f.contact, f.as_at as "asAt"
    from ctx.keys($1) k join partnership.team_fact f on f.child_id = k.held
    left join partnership.organisation o on o.id = f.organisation_id
    order by f.lead desc, f.domain, f.ordinal`,
};

/** The copy of who works with a child, each row under its own domain's sensitivity. */
export class TeamFactRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /**
   * One statement for every domain: each permit opens its own domain's rows in the one unit, and rows of a domain
   * without a permit do not come back.
   */
  ofChildren(
    permits: readonly Permit[],
    children: readonly string[],
  ): Promise<ReadonlyMap<Domain, SeenChildren<StoredMember>>> {
    return this.unit.readCopies(permits, children, { ...ofChildren, values: [children] });
  }
}
