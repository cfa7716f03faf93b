import { holds } from '../../../platform/ingest/interval.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isAmong } from '../../../platform/vocabulary/role-groups.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { SchoolPostRole } from '../school-people/school-post-role.js';
import type { StoredDirectory, StoredPost } from '../school-people/school-people.repository.js';
import type { StoredSeat } from './team-member.repository.js';

/**
 * A seat as clients see it, named by the directory of the school where that knows the subject: whoever gives a seat names nobody,
 * and a token may call many by one name. What else a directory knows of them is of the posts they hold on the day. Every field is
 * named: a new column is never shown by accident.
 */
export function toSeat(stored: StoredSeat, people: Pick<StoredDirectory, 'posts'> | null, day: string): TeamMember {
  const { organisationId: id, organisationName: name, organisationKind: kind } = stored;
  const own = postsOf(stored.subject, people?.posts ?? []);
  const held = own.filter((post) => holds(post, day));
  return {
    name: own[0]?.name ?? stored.name ?? stored.subject,
    role: stored.role,
    organisation: id === null ? null : { id, name, kind },
    lead:
      isAmong(stored.role, ['team-around-school-lead']) ||
      held.some(({ role }) => role === SchoolPostRole.TEAM_AROUND_SCHOOL_LEAD),
    since: stored.since,
    until: stored.until,
    contact: held[0]?.contact ?? null,
    domain: Domain.PARTNERSHIP,
    asAt: null,
    userId: stored.subject,
    cluster: held[0]?.scope === 'CLUSTER' ? held[0].code : null,
  };
}

/** By which posts a directory knows somebody, by the subject of their token: the one it has begin last, first. */
const postsOf = (subject: string, posts: readonly StoredPost[]): readonly StoredPost[] =>
  posts.filter(({ userId, name }) => userId === subject && name !== null).sort((a, b) => (a.from < b.from ? 1 : -1));
