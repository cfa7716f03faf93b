import { z } from 'zod';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import type { AttendanceThreshold } from '../attendance-threshold.type.js';
import { AttendanceThresholdKind } from '../threshold-kind.js';

/** A threshold that a child has reached. */
export interface Reached {
  readonly childId: string;
  readonly reachedOn: string;
  readonly threshold: AttendanceThreshold;
}

const place = z.tuple([z.iso.date(), z.uuid(), z.string().max(20), z.enum(AttendanceThresholdKind)]);
type Place = z.infer<typeof place>;

const placeOf = ({ reachedOn, childId, threshold }: Reached): Place => [
  ...([reachedOn, childId, threshold.school.urn, threshold.kind] as const),
];

/** The last reached first; then the child’s id, the school’s number and the kind: a total order. */
function compare([day, ...rest]: Place, [otherDay, ...others]: Place): number {
  if (day !== otherDay) return day > otherDay ? -1 : 1;
  const [one, other] = [rest.join(' '), others.join(' ')];
  return one < other ? -1 : Number(one > other);
}

/** Where a threshold stands, for a client to hand back. */
export const cursorOf = (reached: Reached): string =>
  Buffer.from(JSON.stringify(placeOf(reached))).toString('base64url');

/** Where a cursor says that a threshold stands. @throws InvalidInput for a cursor of something else. */
export function placeAt(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}

/**
 * What stands no later in the list than the last of a child whom the database wrote of: it knows each child by a day after which
 * none of theirs was reached, and goes along those days and then the ids (education.page_of).
 */
export function upToPlace(reached: readonly Reached[], place: string): Reached[] {
  const [, day = '', child = ''] = place.split(' ');
  return reached.filter(({ reachedOn, childId }) => reachedOn > day || (reachedOn === day && childId <= child));
}

/**
 * At most `first` after a place, whatever order they come in, and whether there are more. What stood at the place need no
 * longer be there.
 */
export function pageOf(reached: readonly Reached[], first: number, from: Place | null) {
  const rest = reached
    .map((one) => [placeOf(one), one] as const)
    .filter(([at]) => from === null || compare(from, at) < 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([, one]) => one);
  return { items: rest.slice(0, first), hasNext: rest.length > first };
}
