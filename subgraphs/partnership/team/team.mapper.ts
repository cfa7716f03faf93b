import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { isHeld, toPostMember } from '../school-people/post-member.mapper.js';
import { byPost } from '../school-people/school-post-role.js';
import type { StoredMember } from './team-fact.repository.js';

/** A member as clients see them. Every field is named: a new column is never shown by accident. */
export function toMember(stored: StoredMember): TeamMember {
  const { organisationId, organisationName, organisationKind } = stored;
  return {
    name: stored.name,
    role: stored.role,
    organisation:
      organisationId === null ? null : { id: organisationId, name: organisationName, kind: organisationKind },
    lead: stored.lead,
    since: stored.since,
    until: stored.until,
    contact: stored.contact,
    domain: stored.domain,
    asAt: stored.asAt === null ? null : new Date(stored.asAt).toISOString(),
  };
}

/** A member, and after a school those who hold a post there. */
export function withPosts(stored: StoredMember): TeamMember[] {
  const { organisationId, organisationName: name, organisationKind: kind, posts = [] } = stored;
  if (organisationId === null) return [toMember(stored)];
  const school = { id: organisationId, name, kind };
  return [
    toMember(stored),
    ...posts
      .filter(isHeld)
      .sort(byPost)
      .map((post) => toPostMember(post, school)),
  ];
}
