import type { Organisation } from '../../../platform/vocabulary/organisation.js';
import { postsOn } from './posts-on.js';
import { isHeld, toPostMember } from './post-member.mapper.js';
import { type SchoolDirectory, SchoolDirectoryState } from './school-directory.type.js';
import type { StoredDirectory } from './school-people.repository.js';
import { requiredPosts } from './school-post-role.js';

/** The school, by its name where a domain has named it. */
export const schoolOf = ({ urn, organisations }: Pick<StoredDirectory, 'urn' | 'organisations'>): Organisation => ({
  id: urn,
  name: organisations[0]?.name ?? null,
  kind: 'school',
});

/** A school's directory on a day as clients see it; of a school that none came of, not a word of its posts. */
export function toDirectory(stored: StoredDirectory | null, day: string): SchoolDirectory {
  const [told] = stored?.directory ?? [];
  if (!stored || !told) return { state: SchoolDirectoryState.NOT_RECEIVED, toldOn: null, cluster: null, posts: null };
  const notTaken = stored.directory.flatMap((one) => one.notTaken);
  return {
    state: SchoolDirectoryState.RECEIVED,
    toldOn: told.toldOn,
    cluster: told.cluster,
    posts: postsOn(stored.posts, notTaken, day).map(({ role, state, vacantSince, holders }) => ({
      ...{ role, state, vacantSince },
      required: requiredPosts.includes(role),
      holders: holders.filter(isHeld).map((post) => toPostMember(post, schoolOf(stored))),
    })),
  };
}
