import { describe, expect, it } from '@jest/globals';
import { type Allocation, allocationOn } from './allocation.js';

const TODAY = '2026-05-01';
const allocation = (workerId: string, from: string, until: string | null): Allocation => ({
  council: '990',
  workerId,
  workerName: null,
  workerContact: null,
  team: null,
  from,
  until,
});

describe('the worker of a child on a day', () => {
  it('is the one allocated then, not one before or one to come', () => {
    const before = allocation('SW1', '2025-01-01', TODAY);
    const now = allocation('SW2', TODAY, null);
    const next = allocation('SW3', '2026-05-02', null);
    expect(allocationOn([before, now, next], TODAY)).toEqual(now);
    expect(allocationOn([before, next], TODAY)).toBeNull();
  });

  it('is the last to take the child on while a handover shows two', () => {
    const old = allocation('SW1', '2025-01-01', null);
    const taking = allocation('SW2', '2026-04-20', null);
    expect(allocationOn([old, taking], TODAY)).toEqual(taking);
    expect(allocationOn([taking, old], TODAY)).toEqual(taking);
  });

  it('is the same whatever order two records of the child name two from one day in', () => {
    const [one, other] = [allocation('SW1', '2026-04-20', null), allocation('SW2', '2026-04-20', null)];
    expect(allocationOn([one, other], TODAY)).toEqual(allocationOn([other, one], TODAY));
    const ending = { ...one, until: '2026-06-01' };
    expect(allocationOn([ending, other], TODAY)).toEqual(other);
    expect(allocationOn([ending, one], TODAY)).toEqual(one);
  });
});
