import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { type Allocation, allocatedFrom, allocatedOn } from './allocation.js';

const TODAY = '2026-05-01';
const { SOCIAL_WORKER, FAMILY_HELP_LEAD, PERSONAL_ADVISER, OTHER } = WorkerRole;
const allocation = (workerId: string, from: string, until: string | null, role = SOCIAL_WORKER): Allocation => ({
  council: '990',
  workerId,
  workerName: null,
  workerContact: null,
  role,
  team: null,
  from,
  until,
});

describe('the workers of a child on a day', () => {
  it('are those allocated then, not one before or one to come', () => {
    const before = allocation('SW1', '2025-01-01', TODAY);
    const now = allocation('SW2', TODAY, null);
    const next = allocation('SW3', '2026-05-02', null);
    expect(allocatedOn([before, now, next], TODAY)).toEqual([now]);
    expect(allocatedOn([before, next], TODAY)).toEqual([]);
  });

  it('are both while a handover shows two, and the last to take the child on leads', () => {
    const old = allocation('SW1', '2025-01-01', null);
    const taking = allocation('SW2', '2026-04-20', null);
    expect(allocatedOn([old, taking], TODAY)).toEqual([taking, old]);
    expect(allocatedOn([taking, old], TODAY)).toEqual([taking, old]);
  });

  it('are followed from by those to come, each in the place in which it is to lead', () => {
    const ended = allocation('SW0', '2025-01-01', TODAY);
    const now = allocation('SW1', '2025-01-01', '2026-05-04');
    const next = allocation('SW2', '2026-05-04', null);
    const again = allocation('SW1', '2026-06-01', null);
    expect(allocatedFrom([ended, now, next, again], TODAY)).toEqual([again, next, now]);
  });

  it('are led by a social worker, whoever came later', () => {
    const workers = [OTHER, PERSONAL_ADVISER, FAMILY_HELP_LEAD, SOCIAL_WORKER].map((role, index) =>
      allocation(`W${String(index)}`, `2026-04-2${String(index === 3 ? 0 : 9 - index)}`, null, role),
    );
    expect(allocatedOn(workers, TODAY).map(({ role }) => role)).toEqual([
      SOCIAL_WORKER,
      FAMILY_HELP_LEAD,
      PERSONAL_ADVISER,
      OTHER,
    ]);
  });

  it('are each one, though two records of the child or two lines name the same', () => {
    const [one, again] = [allocation('SW1', '2026-01-05', null), allocation('SW1', '2026-03-02', null)];
    expect(allocatedOn([one, again], TODAY)).toEqual([again]);
  });

  it('are the same whatever order two records of the child name two from one day in', () => {
    const [one, other] = [allocation('SW1', '2026-04-20', null), allocation('SW2', '2026-04-20', null)];
    const ending = { ...one, until: '2026-06-01' };
    expect(allocatedOn([ending, other], TODAY)).toEqual([other, ending]);
    const named = fc.record({
      worker: fc.constantFrom('SW1', 'SW2', 'SW3'),
      day: fc.constantFrom('2026-04-01', '2026-04-02', '2026-04-03'),
      role: fc.constantFrom(...Object.values(WorkerRole)),
      until: fc.constantFrom(null, TODAY, '2026-06-01'),
    });
    // A record names a worker once from a day.
    const lists = fc
      .uniqueArray(named, { selector: ({ worker, day }) => worker + day })
      .map((list) => list.map(({ worker, day, role, until }) => allocation(worker, day, until, role)));
    const shuffled = lists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(allocatedOn(again, TODAY)).toEqual(allocatedOn(list, TODAY));
      }),
    );
  });
});
