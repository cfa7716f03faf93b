import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, keptFacts, markedWeeks } from './kept-facts.test-support.js';
import type { PlanWeek } from './plan-weeks.js';
import { type ReadModel, readModelOf } from './read-model.js';
import { type SaidWeek, SlowReadModel } from './slow-read-model.test-support.js';

const died = fc.option(fc.integer({ min: -2, max: 30 }).map(day), { freq: 2 });

/** From before anything is told to after everything is. */
const weeks = Array.from({ length: markedWeeks + 9 }, (_, at) => day(7 * (at - 4)));
const since = day(-30);

const byName = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Every week for itself, of those looked at. */
const eachWeek = (rows: readonly PlanWeek[]): SaidWeek[] =>
  rows.flatMap(({ lastWeek, ...said }) =>
    weeks
      .filter((week) => said.weekBeginning <= week && (lastWeek === null || week <= lastWeek))
      .map((weekBeginning) => ({ ...said, weekBeginning })),
  );

describe('the read model of a child', () => {
  it('says of every week what its rules say, one half of a day looked at after the other', () => {
    fc.assert(
      fc.property(keptFacts, died, (kept, diedOn) => {
        const made = readModelOf(kept, diedOn);
        const slow = new SlowReadModel(kept, diedOn);
        expect([...made.slices].sort(byName)).toEqual(weeks.flatMap((week) => slow.slices(week)).sort(byName));
        expect([...made.suspensions].sort(byName)).toEqual(
          weeks.flatMap((week) => slow.cohortSuspensions(week)).sort(byName),
        );
        expect(made.ownWeeks).toEqual(weeks.flatMap((week) => slow.own(week, since) ?? []));
        expect(eachWeek(made.planWeeks)).toEqual(weeks.flatMap((week) => slow.planWeek(week, since) ?? []));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which anything is kept', () => {
    fc.assert(
      fc.property(keptFacts, died, (kept, diedOn) => {
        const backwards = {
          statuses: kept.statuses.toReversed(),
          allocations: kept.allocations.toReversed(),
          rolls: kept.rolls.toReversed(),
          registers: kept.registers.toReversed(),
          suspensions: kept.suspensions.toReversed(),
        };
        const inOrder = ({ suspensions, ...model }: ReadModel) => ({
          ...model,
          suspensions: [...suspensions].sort(byName),
        });
        expect(inOrder(readModelOf(backwards, diedOn))).toEqual(inOrder(readModelOf(kept, diedOn)));
      }),
    );
  });

  it('has one row for a run of weeks that say the same, and none for a slice without a session', () => {
    fc.assert(
      fc.property(keptFacts, (kept) => {
        const { slices, planWeeks } = readModelOf(kept, null);
        expect(slices.every(({ possible }) => possible > 0)).toBe(true);
        for (const [at, row] of planWeeks.entries()) {
          const next = planWeeks[at + 1];
          if (next) expect(row.lastWeek !== null && row.lastWeek < next.weekBeginning).toBe(true);
        }
        const open = kept.statuses.some(
          ({ status, until }) => until === null && /CHILD_(PROTECTION|IN_NEED)/.test(status),
        );
        expect(planWeeks.at(-1)?.lastWeek === null).toBe(open);
      }),
    );
  });
});
