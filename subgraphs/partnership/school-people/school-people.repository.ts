import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Read } from '../../../platform/db/unit-of-work.js';
import { OrganisationRow } from '../organisation/organisation.row.js';
import { SchoolDirectoryRow } from './school-directory.row.js';
import { SchoolPostRow } from './school-post.row.js';

const directory = Columns.of(SchoolDirectoryRow).without('scope', 'code');
const organisation = Columns.of(OrganisationRow);
const post = Columns.of(SchoolPostRow).without('id');

/** Who holds a post, as a read brings it back. */
export interface StoredPost extends RowOf<typeof post> {
  /** How to reach them; null too where the reader may not know it. */
  readonly contact: string | null;
  /** The day as it was on which the directory of the school, or of the cluster, tells it. */
  readonly toldOn: string;
}

/** A school's directory, with the posts of the school and of the cluster that it belongs to. */
export interface StoredDirectory {
  readonly urn: string;
  /** The school's, then its cluster's; none where none came of the school. */
  readonly directory: readonly RowOf<typeof directory>[];
  readonly posts: readonly StoredPost[];
  /** The school by its name, where a domain has named it. */
  readonly organisations: readonly RowOf<typeof organisation>[];
}

/** Which directories are of a school `s`: its own, and that of the cluster it belongs to. */
const directories = `select 'SCHOOL', s.urn union all
  select 'CLUSTER', o.cluster from partnership.school_directory o where o.scope = 'SCHOOL' and o.code = s.urn`;

const ofSchools = {
  name: 'partnership_people_of_schools',
  text: `select s.urn, (select ${directory.list('d', 'd.scope desc')} from partnership.school_directory d
      where (d.scope, d.code) in (${directories})) directory, (
      select ${post.list('p', 'p.held_from, p.name', { contact: 'c.contact', toldOn: 't.told_on' })}
      from partnership.school_post p
      join partnership.school_directory t on (t.scope, t.code) = (p.scope, p.code)
      left join partnership.school_contact c
        on (c.scope, c.code, c.role, c.name) = (p.scope, p.code, p.role, p.name)
      where (p.scope, p.code) in (${directories})) posts,
      (select ${organisation.list('o', 'o.id')} from partnership.organisation o where o.id = s.urn) organisations
    from unnest($1::text[]) s(urn)`,
  parse: Columns.within<StoredDirectory>({ directory, posts: post, organisations: organisation }),
};

/** Who works at each of some schools: about staff, and no child. */
export const peopleOfSchools = (urns: readonly string[]): Read<StoredDirectory> => ({ ...ofSchools, values: [urns] });
