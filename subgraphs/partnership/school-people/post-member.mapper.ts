import { Domain } from '../../../platform/vocabulary/domain.js';
import type { Organisation } from '../../../platform/vocabulary/organisation.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { postInWords, requiredPosts, SchoolPostRole } from './school-post-role.js';
import type { StoredPost } from './school-people.repository.js';

/** A post with somebody who holds it. */
export type HeldPost = StoredPost & { readonly name: string };

export const isHeld = <Post extends StoredPost>(post: Post): post is Post & HeldPost => post.name !== null;

/** Who holds a post, as clients see them. Every field is named: a new column is never shown by accident. */
export function toPostMember(post: HeldPost, school: Organisation): TeamMember {
  return {
    name: post.name,
    role: postInWords(post.role),
    organisation: isEmployedThere(post) ? school : null,
    lead: post.role === SchoolPostRole.TEAM_AROUND_SCHOOL_LEAD,
    since: post.from,
    until: post.until,
    contact: post.contact,
    domain: Domain.PARTNERSHIP,
    asAt: `${post.toldOn}T00:00:00Z`,
    userId: post.userId,
    cluster: post.scope === 'CLUSTER' ? post.code : null,
  };
}

/** The school employs its own; who works for whom else, a directory does not say. */
const isEmployedThere = ({ scope, role }: StoredPost): boolean => scope === 'SCHOOL' && requiredPosts.includes(role);
