import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { openOn } from './intervals.js';
import { type Involvement, involvementOn } from './involvement.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { StoredInvolvement } from './involvement.repository.js';

const TODAY = '2026-11-20';
const { CHILD_PROTECTION, LOOKED_AFTER } = SocialCareStatus;
const lives = null;
const held = (change: Partial<StoredInvolvement>): StoredInvolvement => ({
  childId: 'child',
  spans: [],
  allocations: [],
  plans: [],
  ...change,
});
const worker = {
  council: '990',
  workerId: 'SW1',
  workerName: null,
  workerContact: null,
  role: WorkerRole.SOCIAL_WORKER,
  team: null,
  from: '2026-01-05',
  until: null,
};

describe('social care’s part in the life of a child with several records', () => {
  it('is one: what two say is said once, and what one alone says is not lost', () => {
    const span = { status: CHILD_PROTECTION, from: '2026-01-05', until: null };
    const care = { status: LOOKED_AFTER, from: '2026-09-01', until: null };
    const found = involvementOn(
      [held({ spans: [span] }), held({ spans: [span, care] }), held({ allocations: [worker] })],
      lives,
      TODAY,
    );
    expect(found).toEqual({ spans: [span, care], workers: [worker], plan: null });
  });

  it('is nothing where nothing is held', () => {
    expect(involvementOn([held({})], lives, TODAY)).toEqual({ spans: [], workers: [], plan: null });
  });
});

describe('social care’s part in the life of a child who died', () => {
  const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;
  const anyDay = fc.integer({ min: 1, max: 28 }).map(day);
  const between = fc.tuple(anyDay, fc.option(anyDay)).map(([from, until]) => ({ from, until }));
  const aStatus = fc.constantFrom(CHILD_PROTECTION, LOOKED_AFTER, SocialCareStatus.CHILD_IN_NEED);
  const aSpan = fc.tuple(aStatus, between).map(([status, days]) => ({ status, ...days }));
  const aPlan = between.map(({ from, until }) => ({
    ...{ kind: CHILD_PROTECTION, startedOn: from, endedOn: until, reviewedOn: null },
    nextReviewOn: '2026-04-01',
  }));
  const anAllocation = between.map((days) => ({ ...worker, ...days }));

  it('is, before the day, what it was, and from the day on nothing', () => {
    const anyRow = fc.record({ spans: fc.array(aSpan), allocations: fc.array(anAllocation), plans: fc.array(aPlan) });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 3 }), anyDay, anyDay, (records, diedOn, today) => {
        const rows = records.map((one) => held(one as Partial<StoredInvolvement>));
        const shown = involvementOn(rows, diedOn, today);
        const before = involvementOn(rows, lives, today);
        expect([shown.workers, shown.plan]).toEqual(today < diedOn ? [before.workers, before.plan] : [[], null]);
        // Day by day: held then by any record, and the child lived.
        for (let n = 1; n <= 28; n += 1) {
          const statuses = (spans: Involvement['spans']) =>
            new Set(spans.filter((one) => openOn(one, day(n))).map(({ status }) => status));
          const lived = day(n) < diedOn ? statuses(records.flatMap(({ spans }) => spans)) : new Set();
          expect(statuses(shown.spans)).toEqual(lived);
        }
      }),
    );
  });
});
