import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import { TeamFactRow } from './team-fact.row.js';

const fact = Columns.of(TeamFactRow).without('childId', 'ordinal');

/** One member of a child's team, as a read brings it back. */
export interface StoredMember extends RowOf<typeof fact> {
  readonly childId: string;
  readonly organisationName: string | null;
  readonly organisationKind: string | null;
}

const ofChildren = {
  name: 'partnership_team_of_children',
  text: `select k.asked as "childId", ${fact.select('f')}, o.name as "organisationName", o.kind as "organisationKind"
    from ctx.keys($1) k join partnership.team_fact f on f.child_id = k.held
    left join partnership.organisation o on o.id = f.organisation_id
    order by f.lead desc, f.domain, f.ordinal`,
  parse: fact.parser<StoredMember>(),
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
    return this.unit.readCopies(permits, { children }, { ...ofChildren, values: [children] });
  }
}
