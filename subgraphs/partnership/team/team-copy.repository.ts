import type { Writing } from '../../../platform/db/write-unit.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';

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
    await writing.query(
      `insert into partnership.team_fact (child_id, domain, ordinal, name, role, organisation_id, lead, since, contact, as_at)
       select child_id, $1, ordinal, name, role, organisation_id, lead, since, contact, as_at
       from jsonb_to_recordset($2) x(child_id uuid, ordinal int, name text, role text, organisation_id text, lead boolean,
         since date, contact text, as_at timestamptz)`,
      [domain, JSON.stringify(teams.flatMap(rowsOf))],
    );
  }
}

function rowsOf({ childId, members }: TeamOf) {
  return members.map((member, ordinal) => ({
    child_id: childId,
    ordinal,
    name: member.name,
    role: member.role,
    organisation_id: member.organisation?.id ?? null,
    lead: member.lead,
    since: member.since,
    contact: member.contact,
    as_at: member.asAt,
  }));
}
