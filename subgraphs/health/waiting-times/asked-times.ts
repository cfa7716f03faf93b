import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { Entitlement } from '../../../platform/access/entitlement.js';
import type { WaitingTimesDimension } from './waiting-times-dimension.js';

const MOST_DIMENSIONS = 3;
/** Where nothing but the names of groups is told, this many are enough to say so. */
const MOST_HIDDEN = 2;

/**
 * What can be asked of waiting times.
 * @throws InvalidInput, naming the argument.
 */
export function checkAsked(
  by: readonly WaitingTimesDimension[],
  asAt: string,
  today: string,
  entitled: Entitlement | null,
): void {
  if (by.length > MOST_DIMENSIONS) throw new InvalidInput('by must name three dimensions at most.');
  if (new Set(by).size < by.length) throw new InvalidInput('by must name no dimension twice.');
  if (entitled === 'SUPPRESSED' && by.length > MOST_HIDDEN)
    throw new InvalidInput('by must name two dimensions at most for your role.');
  if (asAt > today) throw new InvalidInput('asAt must not be in the future.');
}
