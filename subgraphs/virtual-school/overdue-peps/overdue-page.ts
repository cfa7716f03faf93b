import { z } from 'zod';
import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** What the order of the overdue list goes by. */
export interface Overdue {
  readonly childId: string;
  readonly dueOn: string;
}

const textOf = ({ dueOn, childId }: Overdue): string => `${dueOn} ${childId}`;

/** The longest overdue first, then the hub's own id: a total order. */
const byDue = (one: Overdue, other: Overdue): number =>
  textOf(one) < textOf(other) ? -1 : Number(textOf(one) > textOf(other));

const place = z.tuple([z.iso.date(), z.uuid()]);

/** Where a child stands, for a client to hand back. */
export function cursorOf({ dueOn, childId }: Overdue): string {
  return Buffer.from(JSON.stringify([dueOn, childId])).toString('base64url');
}

function placeOf(cursor: string): Overdue {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [dueOn, childId] = place.parse(said);
    return { dueOn, childId };
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}

/**
 * At most `first` children after a cursor, whatever order they come in, and whether there are more. Who stood at the cursor
 * need no longer be there. @throws InvalidInput for a cursor of something else.
 */
export function pageOf<Item extends Overdue>(items: readonly Item[], first: number, after: string | null) {
  const from = after === null ? null : placeOf(after);
  const rest = items.filter((item) => from === null || byDue(from, item) < 0).sort(byDue);
  return { items: rest.slice(0, first), hasNext: rest.length > first };
}
