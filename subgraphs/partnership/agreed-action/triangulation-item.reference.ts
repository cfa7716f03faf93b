import { childWeekOf } from '../../../platform/vocabulary/child-week-id.js';
import type { TriangulationItem } from './triangulation-item.type.js';

/**
 * A child’s week as the virtual school hands it over: whose it is and which week, of which nothing is known yet. What is
 * shown of it is decided where its actions are read, as if the child had been asked for; null for what is no such id.
 */
export function triangulationItem({ id }: Readonly<Record<string, unknown>>): TriangulationItem | null {
  const of = childWeekOf(id);
  return of && { ...of, id: String(id) };
}
