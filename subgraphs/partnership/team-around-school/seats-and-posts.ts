import { holds } from '../../../platform/ingest/interval.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { isHeld, toPostMember } from '../school-people/post-member.mapper.js';
import { schoolOf } from '../school-people/school-directory.mapper.js';
import { byPost } from '../school-people/school-post-role.js';
import type { StoredDirectory } from '../school-people/school-people.repository.js';
import { toSeat } from './seat.mapper.js';
import type { StoredSeat } from './team-member.repository.js';

/**
 * Who sits in a school's team, and then who holds a post at it, or for its cluster, on a day. Somebody who has a seat is told once,
 * by the seat, with what the directory knows of them.
 */
export function seatsAndPosts(seats: readonly StoredSeat[], people: StoredDirectory | null, day: string): TeamMember[] {
  const seated = new Set(seats.map(({ subject }) => subject));
  const posts = (people?.posts ?? [])
    .filter(isHeld)
    .filter((post) => holds(post, day) && !(post.userId !== null && seated.has(post.userId)))
    .sort(byPost);
  return [
    ...seats.map((seat) => toSeat(seat, people, day)),
    ...(people ? posts.map((post) => toPostMember(post, schoolOf(people))) : []),
  ];
}
