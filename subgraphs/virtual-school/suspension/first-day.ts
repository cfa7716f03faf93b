import { holds } from '../../../platform/ingest/interval.js';
import type { HeldInterval } from '../cohort/held-interval.js';
import type { FirstDayProvision } from './first-day-provision.type.js';
import type { ToldSuspension } from './kept-suspension.repository.js';

/** Who provides after a permanent exclusion: the council that looks after the child. */
const COUNCIL = 'COUNCIL';

/**
 * What is expected from the first day of each suspension and exclusion that began while a child was looked after, as at a day.
 * Lunchtimes need none, nor does one that was cancelled before any of it was served. Source: DfE, Suspension and permanent
 * exclusion, 2023: an expectation beside the duty of the sixth day, which education tells.
 */
export function firstDayProvision(
  suspensions: readonly ToldSuspension[],
  lookedAfter: readonly HeldInterval[],
  today: string,
): FirstDayProvision[] {
  return suspensions.filter(isOwed).flatMap(({ startedOn, category, schoolUrn, provisionOn: inPlaceOn }) => {
    if (startedOn > today || !lookedAfter.some((one) => holds(one, startedOn))) return [];
    const dutyOf = category === 'PERMANENT' ? COUNCIL : schoolUrn;
    const met = inPlaceOn !== null && inPlaceOn <= startedOn;
    return [{ startedOn, expectedOn: startedOn, dutyOf, inPlaceOn, met }];
  });
}

const isOwed = ({ category, cancelledOn, sessions }: ToldSuspension): boolean =>
  category !== 'LUNCHTIME' && (cancelledOn === null || (sessions ?? 0) > 0);
