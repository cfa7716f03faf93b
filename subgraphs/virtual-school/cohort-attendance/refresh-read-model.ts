import type { Writing } from '../../../platform/db/write-unit.js';
import { keptFactsOf } from './kept-facts.repository.js';
import { type ReadModel, readModelOf } from './read-model.js';
import { replaceSlices } from './slice.repository.js';
import { replaceCohortSuspensions } from '../suspension/cohort-suspension.repository.js';
import { replaceOwnWeeks, replacePlanWeeks } from './week.repository.js';

/** A statement carries a year or more of so many children, well within the time it has. */
const atOnce = 50;

/** When children died, as they were told when the write was opened. */
const deathsIn = (writing: Writing) => (childId: string) =>
  writing.opened.map(({ verdicts }) => verdicts.get(childId)?.diedOn ?? null).find((on) => on !== null) ?? null;

/**
 * Works out the read model of children again from what is kept of them, and writes what is not as it was. The write is
 * opened for them under both owners' tiers; the same again writes nothing.
 */
export async function refreshReadModel(writing: Writing, children: readonly string[]): Promise<void> {
  const diedOn = deathsIn(writing);
  for (let from = 0; from < children.length; from += atOnce) {
    const some = children.slice(from, from + atOnce);
    const kept = await keptFactsOf(writing, some);
    const made = new Map([...kept].map(([childId, facts]) => [childId, readModelOf(facts, diedOn(childId))]));
    await replaceSlices(
      writing,
      some,
      each(made, ({ slices }) => slices),
    );
    await replaceOwnWeeks(
      writing,
      some,
      each(made, ({ ownWeeks }) => ownWeeks),
    );
    await replacePlanWeeks(
      writing,
      some,
      each(made, ({ planWeeks }) => planWeeks),
    );
    await replaceCohortSuspensions(
      writing,
      some,
      each(made, ({ suspensions }) => suspensions),
    );
  }
}

const each = <Part>(made: ReadonlyMap<string, ReadModel>, part: (of: ReadModel) => Part): ReadonlyMap<string, Part> =>
  new Map([...made].map(([childId, model]) => [childId, part(model)]));
