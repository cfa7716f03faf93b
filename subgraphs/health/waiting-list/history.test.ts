import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, statusOn, type Step } from './history.js';
import { isOpen, WaitingStatus } from './status.js';

const S = WaitingStatus;
const step = (id: number, to: WaitingStatus, day: number, corrects: number | null = null): Step => ({
  ...{ id, to, corrects },
  effectiveOn: `2026-01-${String(day).padStart(2, '0')}`,
});
const idsOf = (steps: readonly Step[]): number[] => effectiveHistory(steps).map(({ id }) => id);

/** Steps as they may be recorded: each may correct any one before it, by whatever status and day. */
const anySteps = fc
  .array(
    fc.record({
      to: fc.constantFrom(...Object.values(WaitingStatus)),
      day: fc.integer({ min: 1, max: 9 }),
      corrects: fc.option(fc.nat()),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ to, day, corrects }, at) =>
      step(at + 1, to, day, corrects === null || at === 0 ? null : 1 + (corrects % at)),
    ),
  );

/** The slow way: one step after the other as they were recorded, each in the slot of what it corrects or in a new one. */
function replay(steps: readonly Step[]): Step[] {
  const slots: { step: Step; counts: boolean; held: Set<number> }[] = [];
  for (const next of steps) {
    const slot = slots.find(({ held }) => next.corrects !== null && held.has(next.corrects));
    if (slot) {
      slot.held.add(next.id);
      Object.assign(slot, { step: next, counts: true });
      continue;
    }
    for (const earlier of slots)
      if (earlier.step.effectiveOn > next.effectiveOn || !isOpen(earlier.step.to)) earlier.counts = false;
    slots.push({ step: next, counts: true, held: new Set([next.id]) });
  }
  const days = [...new Set(steps.map(({ effectiveOn }) => effectiveOn))].sort();
  return days.flatMap((day) =>
    slots.filter(({ step: one, counts }) => counts && one.effectiveOn === day).map((slot) => slot.step),
  );
}

describe('the history of a wait', () => {
  it('is every step in order where nothing was put right', () => {
    const steps = [step(1, S.REFERRED, 1), step(2, S.TRIAGE, 1), step(3, S.ACCEPTED_WAITING, 4)];
    expect(effectiveHistory(steps)).toEqual(steps);
    expect(effectiveHistory([...steps].reverse())).toEqual(steps);
    expect(effectiveHistory([])).toEqual([]);
  });

  it('has a correction in the place of what it corrects, on its own day, and the last one of more', () => {
    const steps = [step(1, S.REFERRED, 1), step(2, S.TRIAGE, 2), step(3, S.ACCEPTED_WAITING, 2)];
    expect(idsOf([...steps, step(4, S.TRIAGE, 2, 2)])).toEqual([1, 4, 3]);
    expect(idsOf([...steps, step(4, S.REJECTED, 5, 3)])).toEqual([1, 2, 4]);
    expect(idsOf([...steps, step(4, S.TRIAGE, 2, 2), step(5, S.INFO_NEEDED, 2, 4)])).toEqual([1, 5, 3]);
    expect(idsOf([...steps, step(4, S.TRIAGE, 2, 2), step(5, S.INFO_NEEDED, 2, 2)])).toEqual([1, 5, 3]);
  });

  it('has no closure that went on, and nothing after the day from which a later word says otherwise', () => {
    const closed = [step(1, S.REFERRED, 1), step(2, S.DISCHARGED, 5)];
    expect(idsOf([...closed, step(3, S.ACCEPTED_WAITING, 5)])).toEqual([1, 3]);
    expect(idsOf([...closed, step(3, S.TRIAGE, 1, 1)])).toEqual([3, 2]);
    expect(idsOf([step(1, S.REFERRED, 1), step(2, S.BOOKED, 8), step(3, S.TRIAGE, 4)])).toEqual([1, 3]);
  });

  it('is what a replay of the steps in the order of recording leaves', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const history = effectiveHistory(steps);
        expect(history).toEqual(replay(steps));
        expect(effectiveHistory([...steps].reverse())).toEqual(history);
      }),
      { numRuns: 300 },
    );
  });

  it('says the status of a day, and none before the first', () => {
    const steps = [step(1, S.REFERRED, 3), step(2, S.TRIAGE, 5), step(3, S.ACCEPTED_WAITING, 5), step(4, S.BOOKED, 9)];
    const on = (day: number) => statusOn(effectiveHistory(steps), step(0, S.REFERRED, day).effectiveOn);
    expect([2, 3, 4, 5, 8, 9, 10].map(on)).toEqual([
      ...[null, S.REFERRED, S.REFERRED, S.ACCEPTED_WAITING, S.ACCEPTED_WAITING, S.BOOKED, S.BOOKED],
    ]);
  });

  it('ends in the status that was recorded last, where nothing was corrected', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const words = steps.map((one) => ({ ...one, corrects: null }));
        expect(statusOn(effectiveHistory(words), '2026-12-31')).toBe(words.at(-1)?.to ?? null);
      }),
    );
  });
});
