import type { Permit } from '../../../platform/access/permit.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { peopleOfSchools, type StoredDirectory } from '../school-people/school-people.repository.js';
import { TeamMemberRow } from './team-member.row.js';

const member = Columns.of(TeamMemberRow);
const shown = member.without('schoolUrn');

/** One seat in a school's team. */
export interface StoredSeat extends RowOf<typeof shown> {
  readonly organisationName: string | null;
  readonly organisationKind: string | null;
}

/** A school's team, and whether the caller belongs to it. */
export interface StoredTeam {
  readonly urn: string;
  readonly belongs: boolean;
  readonly members: readonly StoredSeat[];
}

/** A seat as it is to be. */
export interface NewSeat {
  readonly schoolUrn: string;
  readonly subject: string;
  /** Kept as it is where null: only people themselves say their name and where they work. */
  readonly name: string | null;
  readonly organisationId: string | null;
  readonly role: string;
  /** Of a new seat. */
  readonly since: string;
  readonly until: string | null;
}

const named = { organisationName: 'o.name', organisationKind: 'o.kind' };

const ofSchools = {
  name: 'partnership_teams_of_schools',
  text: `select s.urn, partnership.belongs(s.urn) belongs, (
      select ${shown.list('m', 'm.since, m.subject', named)} from partnership.team_member m
      left join partnership.organisation o on o.id = m.organisation_id
      where m.school_urn = s.urn and m.since <= $2 and (m.until is null or m.until > $2)) members
    from unnest($1::text[]) s(urn)`,
  parse: Columns.within<StoredTeam>({ members: shown }),
};

/** Who sits in the team around each school. */
export class TeamMemberRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** As of a day. */
  ofSchools(permit: Permit, urns: readonly string[], day: string): Promise<readonly StoredTeam[]> {
    return this.unit.readOfNobody(permit, { ...ofSchools, values: [urns, day] });
  }

  /** Who holds which post at each school, and for its cluster. */
  peopleOf(permit: Permit, urns: readonly string[]): Promise<readonly StoredDirectory[]> {
    return this.unit.readOfNobody(permit, peopleOfSchools(urns));
  }

  /** Gives somebody a seat, or changes it; from then on the database counts them in, or no longer. */
  async set(writing: Writing, to: NewSeat): Promise<void> {
    const rows: { since: string }[] = await writing.query(
      `${member.insertion}
       on conflict (school_urn, subject) do update set name = coalesce(excluded.name, held.name),
         organisation_id = coalesce(excluded.organisation_id, held.organisation_id), role = excluded.role, until = excluded.until
       returning since`,
      [member.json([to])],
    );
    // A day begins at midnight in England: a seat that ends today has ended, also in the first hour of a summer's day.
    const joining = `select access.join_team($1, $2, $3::date::timestamp at time zone 'Europe/London',
      $4::date::timestamp at time zone 'Europe/London')`;
    await writing.query(joining, [`tas:${to.schoolUrn}`, to.subject, rows[0]?.since, to.until]);
  }

  /** Whether the caller leads the school, or sits in its team. */
  async belongs(writing: Writing, urn: string): Promise<boolean> {
    const rows: { belongs: boolean }[] = await writing.query('select partnership.belongs($1) belongs', [urn]);
    return rows[0]?.belongs ?? false;
  }

  async seat(writing: Writing, urn: string, subject: string): Promise<StoredSeat | null> {
    const rows: { seat: StoredSeat }[] = await writing.query(
      `select ${shown.object('m', named)} seat from partnership.team_member m left join partnership.organisation o on o.id = m.organisation_id
       where m.school_urn = $1 and m.subject = $2`,
      [urn, subject],
    );
    return rows[0]?.seat ?? null;
  }
}
