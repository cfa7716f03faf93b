import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { TeamFactRow } from './team-fact.row.js';

const fact = Columns.of(TeamFactRow);

/** The members one domain names for one child. */
export interface TeamOf {
  readonly childId: string;
  readonly members: readonly TeamMember[];
}

/** Writes the copy of who works with a child. */
export class TeamCopyRepository {
  /**
   * Puts what one domain says now of these children in the place of what it said before, whichever of a child's ids
   * that is kept under.
   */
  async replace(
    writing: Writing,
    domain: Domain,
    children: readonly string[],
    teams: readonly TeamOf[],
  ): Promise<void> {
    await writing.query(
      'delete from partnership.team_fact where domain = $1 and child_id in (select held from ctx.keys($2))',
      [domain, children],
    );
    const facts = teams.flatMap(rowsOf).map((one) => ({ ...one, domain }));
    await writing.query(fact.insertion, [fact.json(facts)]);
  }
}

function rowsOf({ childId, members }: TeamOf) {
  return members.map((member, ordinal) => ({
    childId,
    ordinal,
    name: member.name,
    role: member.role,
    organisationId: member.organisation?.id ?? null,
    lead: member.lead,
    since: member.since,
    until: member.until ?? null,
    contact: member.contact,
    asAt: member.asAt,
  }));
}
