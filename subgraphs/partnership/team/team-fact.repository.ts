import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Domain } from '../../../platform/vocabulary/domain.js';
import { SchoolPostRow } from '../school-people/school-post.row.js';
import type { StoredPost } from '../school-people/school-people.repository.js';
import { TeamFactRow } from './team-fact.row.js';

const fact = Columns.of(TeamFactRow).without('childId', 'ordinal');
const post = Columns.of(SchoolPostRow).without('id');

/** One member of a child's team, as a read brings it back. */
export interface StoredMember extends RowOf<typeof fact> {
  readonly childId: string;
  readonly organisationName: string | null;
  readonly organisationKind: string | null;
  /** Of a school, where it is asked for: who holds a post there, ever. */
  readonly posts?: readonly StoredPost[];
}

// Who holds a post at a school, or for its cluster, works with a child whose team the school is in: they are told to whom that
// school's own part is told.
const ofChildren = {
  name: 'partnership_team_of_children',
  text: `select k.asked as "childId", ${fact.select('f')}, o.name as "organisationName", o.kind as "organisationKind",
      (select ${post.list('p', 'p.held_from, p.name', { contact: 'c.contact', toldOn: 't.told_on' })}
        from partnership.school_directory d
        join partnership.school_post p on (p.scope = 'SCHOOL' and p.code = d.code) or (p.scope = 'CLUSTER' and p.code = d.cluster)
        join partnership.school_directory t on (t.scope, t.code) = (p.scope, p.code)
        left join partnership.school_contact c on (c.scope, c.code, c.role, c.name) = (p.scope, p.code, p.role, p.name)
        where f.domain = 'EDUCATION' and d.scope = 'SCHOOL' and d.code = f.organisation_id and p.name is not null) posts
    from ctx.keys($1) k join partnership.team_fact f on f.child_id = k.held
    left join partnership.organisation o on o.id = f.organisation_id
    order by f.lead desc, f.domain, f.ordinal`,
  parse: fact.parser<StoredMember>({ posts: post }),
};

// Of everyone the unit was opened for: of a child whom another request of it brought, nothing is handed out. Education tells
// schools, and this is asked of one.
const ofSchool = {
  name: 'partnership_team_of_school',
  text: `select k.asked as "childId", ${fact.select('f')}, o.name as "organisationName", o.kind as "organisationKind"
    from ctx.keys(ctx.opened()) k join partnership.team_fact f on f.child_id = k.held and f.domain <> 'EDUCATION'
    left join partnership.organisation o on o.id = f.organisation_id
    where (f.since is null or f.since <= $1) and (f.held_until is null or f.held_until > $1)`,
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

  /** Of everyone on a school's roll: who of the domains works with them on a day. */
  ofSchool(
    permits: readonly Permit[],
    urn: string,
    day: string,
  ): Promise<ReadonlyMap<Domain, SeenChildren<StoredMember>>> {
    const keys = { kind: 'team-of-school', keys: [urn] };
    return this.unit.readCopies(permits, keys, { ...ofSchool, values: [day] });
  }
}
