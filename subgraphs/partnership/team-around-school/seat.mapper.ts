import { Domain } from '../../../platform/vocabulary/domain.js';
import { isAmong } from '../../../platform/vocabulary/role-groups.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { SchoolPostRole } from '../school-people/school-post-role.js';
import type { StoredDirectory, StoredPost } from '../school-people/school-people.repository.js';
import type { StoredSeat } from './team-member.repository.js';

/**
 * A seat as clients see it, named by the directory of the school where that knows the subject: whoever gives a seat names nobody,
 * and a token may call many by one name. Every field is named: a new column is never shown by accident.
 */
export function toSeat(stored: StoredSeat, people: Pick<StoredDirectory, 'posts'> | null): TeamMember {
  const { organisationId: id, organisationName: name, organisationKind: kind } = stored;
  const known = knownBy(stored.subject, people?.posts ?? []);
  return {
    name: known?.name ?? stored.name ?? stored.subject,
    role: stored.role,
    organisation: id === null ? null : { id, name, kind },
    lead: isAmong(stored.role, ['team-around-school-lead']) || known?.role === SchoolPostRole.TEAM_AROUND_SCHOOL_LEAD,
    since: stored.since,
    until: stored.until,
    contact: known?.contact ?? null,
    domain: Domain.PARTNERSHIP,
    asAt: null,
    userId: stored.subject,
    cluster: known?.scope === 'CLUSTER' ? known.code : null,
  };
}

/** Whom a directory knows by the subject of their token: as it told it last. */
const knownBy = (subject: string, posts: readonly StoredPost[]): StoredPost | undefined =>
  posts.filter(({ userId, name }) => userId === subject && name !== null).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
