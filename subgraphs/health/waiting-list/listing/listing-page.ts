import { z } from 'zod';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';

/** Where an entry stands in a list. */
export interface Place {
  readonly id: string;
  readonly receivedOn: string;
}

const shape = z.tuple([z.iso.date(), z.uuid()]);

const textOf = ({ receivedOn, id }: Place): string => `${receivedOn} ${id}`;

/** The longest since received first, then the hub's own id: a total order. */
const compare = (one: Place, other: Place): number =>
  textOf(one) < textOf(other) ? -1 : Number(textOf(one) > textOf(other));

/** Where an entry stands, for a client to hand back. */
export function cursorOf({ receivedOn, id }: Place): string {
  return Buffer.from(JSON.stringify([receivedOn, id])).toString('base64url');
}

function placeOf(cursor: string): Place {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [receivedOn, id] = shape.parse(said);
    return { receivedOn, id };
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}

/**
 * Entries after a cursor, in the list's order, whatever order they come in. Who stood at the cursor need no longer be there.
 * @throws InvalidInput for a cursor of something else.
 */
export function placesAfter<One extends Place>(places: readonly One[], after: string | null): One[] {
  const from = after === null ? null : placeOf(after);
  return places.filter((place) => from === null || compare(from, place) < 0).sort(compare);
}
