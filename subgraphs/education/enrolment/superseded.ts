import type { HeldEnrolment } from './held-enrolment.js';

// Their roll ends where another main roll begins; a subsidiary one, a college or a guest may go on beside it.
const main: readonly string[] = ['CURRENT', 'CURRENT_MAIN'];
const endsBySuccession = new Set([...main, 'UNKNOWN']);

/**
 * One child's enrolments, whichever records they are of, with the end we conclude where a roll says none: a school that
 * was slow to say that the child left must not go on seeing the child. It follows from the enrolments alone, so that it
 * is the same whatever order they came in, and is gone with the link it followed from. Those it changes nothing of are
 * the same objects.
 */
export function superseded(rolls: readonly HeldEnrolment[]): HeldEnrolment[] {
  return rolls.map((one) => {
    const supersededOn = one.leftOn === null ? endOf(one, rolls) : null;
    return supersededOn === one.supersededOn ? one : { ...one, supersededOn };
  });
}

function endOf(one: HeldEnrolment, rolls: readonly HeldEnrolment[]): string | null {
  const ends = rolls.flatMap((other) => (other.urn === one.urn ? atSchool(one, other) : elsewhere(one, other)));
  return ends.sort()[0] ?? null;
}

function elsewhere(one: HeldEnrolment, { status, from }: HeldEnrolment): string[] {
  return endsBySuccession.has(one.status) && main.includes(status) && from > one.from ? [from] : [];
}

// Nobody is on one roll twice at once: the child came back, or the school has two records of one pupil and has told of
// the leaving in one of them.
function atSchool(one: HeldEnrolment, { status, from, leftOn }: HeldEnrolment): string[] {
  if (status === 'UNKNOWN') return [];
  if (from > one.from) return [from];
  return leftOn !== null && leftOn > one.from ? [leftOn] : [];
}
