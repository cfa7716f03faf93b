import { z } from 'zod';
import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** What the order of the weekly list goes by. */
export interface Urgency {
  readonly childId: string;
  readonly alertCount: number;
  readonly possible: number;
  readonly attended: number;
}

/**
 * Most alerts first, then the lowest attendance, compared in integers, then the hub's own id: a total order. Who could attend
 * nothing stands after those of whom something is known.
 */
export function byUrgency(a: Urgency, b: Urgency): number {
  return (
    b.alertCount - a.alertCount ||
    Number(a.possible === 0) - Number(b.possible === 0) ||
    a.attended * b.possible - b.attended * a.possible ||
    (a.childId < b.childId ? -1 : Number(a.childId > b.childId))
  );
}

const place = z.tuple([z.uuid(), z.int().min(0), z.int().min(0), z.int().min(0)]);

/** Where an item stands, for a client to hand back. It says what the item's row says, and is of use to nobody else. */
export function cursorOf({ childId, alertCount, possible, attended }: Urgency): string {
  return Buffer.from(JSON.stringify([childId, alertCount, possible, attended])).toString('base64url');
}

function placeOf(cursor: string): Urgency {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [childId, alertCount, possible, attended] = place.parse(said);
    return { childId, alertCount, possible, attended };
  } catch {
    throw new InvalidInput('after must be a cursor of this list.');
  }
}

/** A page of a list, and whether there is more after it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasNext: boolean;
}

/**
 * At most `first` items after a cursor, by urgency, whatever order they come in. The cursor's own item need no longer be
 * there: a page begins where the item stood. @throws InvalidInput for a cursor of something else.
 */
export function pageOf<Item extends Urgency>(items: readonly Item[], first: number, after: string | null): Page<Item> {
  const from = after === null ? null : placeOf(after);
  const rest = items.filter((item) => from === null || byUrgency(from, item) < 0).sort(byUrgency);
  return { items: rest.slice(0, first), hasNext: rest.length > first };
}
