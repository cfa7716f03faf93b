import { groupBy } from '../../../platform/record/batch.js';
import { always, type ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { SuspensionCategory } from '../suspension/suspension-category.js';
import { suspensionInWords, type SuspensionSaid } from './suspension-changes.js';

/** Full-time provision that somebody recorded by hand. */
export interface RecordedProvision {
  readonly id: string;
  readonly recordId: string;
  readonly urn: string;
  readonly startedOn: string;
  readonly category: SuspensionCategory;
  readonly inPlaceOn: string;
  readonly recordedAt: string;
  readonly actorName: string;
}

const suspensionOf = ({ recordId, urn, startedOn, category }: Omit<SuspensionSaid, 'id'> | RecordedProvision): string =>
  [recordId, urn, startedOn, category].join('|');

/**
 * From which day provision is in place, as it was recorded by hand one time after the other: of suspensions that still stand. Who
 * gives it is told with no suspension, and here neither.
 */
export function provisionChanges(
  recorded: readonly RecordedProvision[],
  said: readonly SuspensionSaid[],
): ChangeFact[] {
  const standing = new Set(said.filter(({ supersededAt }) => supersededAt === null).map(suspensionOf));
  const each = groupBy(recorded, suspensionOf);
  return [...each].flatMap(([of, provisions]) => {
    if (!standing.has(of)) return [];
    const inOrder = provisions.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    return inOrder.map(({ id, recordId, recordedAt, actorName, inPlaceOn, ...one }, at) => ({
      ...{ key: `provision/${id}`, recordId, facet: null, at: new Date(recordedAt).toISOString(), ...always },
      what: `Full-time provision, ${suspensionInWords(one)}`,
      ...{ from: inPlace(inOrder[at - 1]?.inPlaceOn ?? null), to: inPlace(inPlaceOn), by: actorName },
    }));
  });
}

const inPlace = (day: string | null): string | null => day && `In place from ${dayInWords(day)}`;
