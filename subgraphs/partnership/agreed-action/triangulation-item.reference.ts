import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { TriangulationItem } from './triangulation-item.type.js';

/**
 * A child’s week as the virtual school hands it over: whose it is and which week, of which nothing is known yet. What is
 * shown of it is decided where its actions are read, as if the child had been asked for; null for what is no id.
 */
export const triangulationItem = ({
  childId,
  week,
}: Readonly<Record<string, unknown>>): Pick<TriangulationItem, 'childId' | 'week'> | null =>
  isSurrogateId(childId) ? { childId, week: DateScalar.parseValue(week) } : null;
