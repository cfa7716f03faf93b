import type { Subjects, Verdict } from '../access/permit.js';
import type { OpenedRequest } from './opened-request.js';

/** Everything one request was answered. It stays with the unit, which hands out no more than was decided. */
export interface Opened<Row> {
  readonly rows: readonly Row[];
  /** By the id that was asked for; a child that is not here was not shared, or does not exist. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly subjects: OpenedRequest['subjects'];
  readonly entitled: OpenedRequest['entitled'];
}

/** What an item of a merged request was answered: of the children it asked for itself. */
export function openedFor<Row>(
  subjects: Subjects,
  answer: OpenedRequest | undefined,
  rows: readonly Row[],
): Opened<Row> {
  const verdicts = answer?.verdicts ?? new Map<string, Verdict>();
  return {
    rows,
    verdicts: 'children' in subjects ? ofThese(subjects.children, verdicts) : verdicts,
    subjects: answer?.subjects ?? [],
    entitled: answer?.entitled ?? null,
  };
}

function ofThese(children: readonly string[], verdicts: OpenedRequest['verdicts']): OpenedRequest['verdicts'] {
  const asked = new Set(children);
  return new Map([...verdicts].filter(([child]) => asked.has(child)));
}
