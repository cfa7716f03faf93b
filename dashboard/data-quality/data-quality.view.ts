import type { DataQualityQuery } from '../gateway/operations.generated.js';
import { type Shown } from '../gateway/shown.js';
import { counted } from '../words/codes.js';
import { timeText } from '../words/dates.js';

export type Source = NonNullable<DataQualityQuery['dataQuality']>[number];
export type MetRule = Source['byRule'][number];

const notCounted = 'Came before this was counted';

/** When something of a source was last taken: late where that is longer ago than was agreed. */
export function receivedOf({ lastReceived, expectedEvery, stale }: Source): Shown<string> {
  if (lastReceived === null) return { kind: 'none', seesAll: true };
  const value = timeText(lastReceived);
  return stale ? { kind: 'late', value, lastReceived, expectedEvery } : { kind: 'held', value };
}

/** How much of the last files was taken, in words. */
export function takenText({ received, accepted, rejected }: Source): string {
  if (received === null || accepted === null || rejected === null) return notCounted;
  if (received === 0) return 'No records in them';
  if (rejected === 0) return `All ${counted(received, 'record', 'records')} taken`;
  if (accepted === 0) return `None of ${counted(received, 'record', 'records')} taken`;
  return `${String(accepted)} of ${counted(received, 'record', 'records')} taken`;
}

/** When the last files came, where that was not when something was last taken. */
export const deliveredText = ({ deliveredAt }: Source): string =>
  deliveredAt === null ? notCounted : timeText(deliveredAt);

/** What one rule cost, in words. */
export const costText = ({ whole, count }: MetRule): string =>
  whole ? `${counted(count, 'record', 'records')} not taken` : `${counted(count, 'part', 'parts')} left out`;

/** Sources with something to put right first, then by domain and name as they came. */
export const worstFirst = (sources: readonly Source[]): readonly Source[] =>
  sources.toSorted((one, other) => weight(other) - weight(one));

const weight = ({ rejected, stale, byRule }: Source): number => {
  if ((rejected ?? 0) > 0) return 3;
  if (stale) return 2;
  return byRule.length > 0 ? 1 : 0;
};
