import { groupBy } from '../../../platform/record/batch.js';
import type { StoredSuspension } from './suspension.repository.js';

/** A suspension as it is told, with the day of provision that holds. */
export type TellableSuspension = Omit<StoredSuspension, 'byHand'>;

/**
 * A child's suspensions, each once: where a school has two records of one pupil, what it told last of it. What was recorded
 * of provision by hand holds against what files say, and of several what was recorded last.
 */
export function oneOfEach(suspensions: readonly StoredSuspension[]): TellableSuspension[] {
  const each = groupBy(suspensions, ({ urn, startedOn, category }) => `${urn} ${startedOn} ${category}`);
  return [...each.values()].flatMap((told) => {
    const [last] = [...told].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
    if (!last) return [];
    const { byHand: _, ...shown } = last;
    const byHand = told.flatMap((one) => one.byHand).sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    const [firstToldOn = shown.firstToldOn] = told.map((one) => one.firstToldOn).sort();
    return [{ ...shown, firstToldOn, provisionOn: byHand.at(-1)?.inPlaceOn ?? shown.provisionOn }];
  });
}
