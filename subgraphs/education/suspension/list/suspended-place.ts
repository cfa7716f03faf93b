import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';

const placed = z.tuple([z.iso.date(), z.uuid()]);

/** Where a child stands in the list. */
export interface Placed {
  readonly childId: string;
  /** ISO date: the first day of the child’s last suspension of the year. */
  readonly lastStartedOn: string;
}

/** Where somebody stands in the list, for a client to hand back. */
export const cursorOf = ({ lastStartedOn, childId }: Placed): string =>
  Buffer.from(JSON.stringify([lastStartedOn, childId])).toString('base64url');

const lastDay = Temporal.PlainDate.from('9999-12-31');

/** The same place as the database writes it (education.page_of). @throws InvalidInput for a cursor of something else. */
export function placeAt(cursor: string): string {
  try {
    const [day, childId] = placed.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const { days } = lastDay.since(day, { largestUnit: 'days' });
    return `${String(days).padStart(7, '0')} ${day} ${childId}`;
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}
