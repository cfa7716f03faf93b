import { holds } from '../../../platform/ingest/interval.js';
import { requiredPosts, SchoolPostRole } from './school-post-role.js';

/** What a directory says of one post. */
interface Told {
  readonly role: SchoolPostRole;
  /** Null where the post is vacant. */
  readonly name: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** Whether anybody holds a post; NOT_RECEIVED where a directory came and could not be understood in it. */
export enum SchoolPostState {
  HELD = 'HELD',
  VACANT = 'VACANT',
  NOT_RECEIVED = 'NOT_RECEIVED',
}

/** One post of a school on a day. */
export interface PostOn<Of extends Told> {
  readonly role: SchoolPostRole;
  readonly state: SchoolPostState;
  /** Of a vacant post that somebody held: the first day that nobody does. */
  readonly vacantSince: string | null;
  readonly holders: readonly Of[];
}

/**
 * The posts of a school on a day: those that every school fills, and those that its directory names at all. A post whose holders
 * have ended is vacant, and so is one that is yet to be taken up; of one of which nothing could be taken it is not known.
 */
export function postsOn<Of extends Told>(
  told: readonly Of[],
  notTaken: readonly SchoolPostRole[],
  day: string,
): PostOn<Of>[] {
  return Object.values(SchoolPostRole).flatMap((role): PostOn<Of>[] => {
    const own = told.filter((one) => one.role === role);
    const unknown = own.length === 0 && notTaken.includes(role);
    if (own.length === 0 && !unknown && !requiredPosts.includes(role)) return [];
    const holders = own.filter((one) => one.name !== null && holds(one, day));
    if (holders.length > 0) return [{ role, state: SchoolPostState.HELD, vacantSince: null, holders }];
    if (unknown) return [{ role, state: SchoolPostState.NOT_RECEIVED, vacantSince: null, holders }];
    return [{ role, state: SchoolPostState.VACANT, vacantSince: vacantSince(own, day), holders }];
  });
}

function vacantSince(own: readonly Told[], day: string): string | null {
  const ends = own.flatMap(({ name, until }) => (name !== null && until !== null && until <= day ? [until] : []));
  const said = own.flatMap((one) => (one.name === null && holds(one, day) ? [one.from] : []));
  return ends.sort().at(-1) ?? said.sort()[0] ?? null;
}
