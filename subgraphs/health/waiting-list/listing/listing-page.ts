import { z } from 'zod';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';

/** Where an entry stands in a list: the longest since received first, then the hub's own id, a total order. */
export interface Place {
  readonly id: string;
  readonly receivedOn: string;
}

const shape = z.tuple([z.iso.date(), z.uuid()]);

/** Where an entry stands, for a client to hand back. */
export function cursorOf({ receivedOn, id }: Place): string {
  return Buffer.from(JSON.stringify([receivedOn, id])).toString('base64url');
}

/**
 * A place as the database writes it (health.page_of). Who stood there need no longer be there.
 * @throws InvalidInput for a cursor of something else.
 */
export function placeAt(cursor: string): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return shape.parse(said).join(' ');
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}
