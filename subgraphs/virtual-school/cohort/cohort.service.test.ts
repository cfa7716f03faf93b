import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seenChildren } from '../../../platform/access/seen.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Facet } from '../../../platform/vocabulary/facet.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { Cohort } from './cohort.js';
import { CohortService } from './cohort.service.js';
import { FOLLOWED_STATUSES } from './duty.js';
import type { KeptAllocation, KeptAllocationRepository } from './kept-allocation.repository.js';
import type { KeptInterval, KeptIntervalRepository } from './kept-interval.repository.js';

function serviceOn(
  today: string,
  rows: readonly KeptInterval[],
  diedOn: string | null,
  facets: readonly Facet[] = ['HISTORY'],
  allocations: readonly KeptAllocation[] = [],
) {
  const caller = { claims: { role: 'virtual-school-head', purpose: 'VIRTUAL_SCHOOL_DUTY' }, operations: null };
  const verdict = { outcome: 'FULL', basis: 'LOOKED_AFTER_DUTY', facets: new Set(facets), diedOn } as const;
  const of = <Row>(held: readonly Row[]) => ({
    ofChildren: () => Promise.resolve(seenChildren(new Map([['c', verdict]]), held, () => 'c')),
  });
  return new CohortService(
    { caller, today } as unknown as RequestScope,
    of(rows) as unknown as KeptIntervalRepository,
    of(allocations) as unknown as KeptAllocationRepository,
  );
}

const anyDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const anInterval = fc
  .tuple(fc.constantFrom(...FOLLOWED_STATUSES), anyDay, fc.option(anyDay))
  .map(([status, from, until]): KeptInterval => ({ childId: 'c', status, from, until }));

describe('the cohorts of a child who died', () => {
  it('are none from that day on, and before it what they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anInterval), anyDay, anyDay, async (rows, diedOn, today) => {
        const shown = await serviceOn(today, rows, diedOn).cohorts('c');
        expect(shown).toEqual(today < diedOn ? await serviceOn(today, rows, null).cohorts('c') : []);
      }),
    );
  });

  it('follow from intervals that end no later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anInterval), anyDay, async (rows, diedOn) => {
        const { intervals } = await serviceOn('2026-01-28', rows, diedOn).seen('c');
        expect(intervals.every(({ until }) => until !== null && until <= diedOn)).toBe(true);
        const present = await serviceOn('2026-01-28', rows, diedOn, []).seen('c');
        expect(present.intervals).toEqual([]);
      }),
    );
  });
});

describe('the cohorts of a child with a worker and no plan', () => {
  const worker = (until: string | null): KeptAllocation => ({
    ...{ childId: 'c', role: WorkerRole.SOCIAL_WORKER, team: 'North' },
    ...{ from: '2026-01-05', until },
  });
  const cohorts = (allocation: KeptAllocation, facets?: readonly Facet[]) =>
    serviceOn('2026-01-20', [], null, facets, [allocation]).cohorts('c');

  it('are those of whoever has a social worker', async () => {
    const both = [Cohort.SOCIAL_WORKER_NOW, Cohort.EVER_SOCIAL_WORKER];
    expect(await cohorts(worker(null))).toEqual(both);
    expect(await cohorts(worker(null), [])).toEqual(both);
  });

  it('tell of one who is gone to those alone who are told the past', async () => {
    expect(await cohorts(worker('2026-01-10'))).toEqual([Cohort.EVER_SOCIAL_WORKER]);
    expect(await cohorts(worker('2026-01-10'), [])).toEqual([]);
  });

  it('are none of a social worker where another worker leads', async () => {
    expect(await cohorts({ ...worker(null), role: WorkerRole.FAMILY_HELP_LEAD })).toEqual([]);
  });
});

describe('the cohorts of a child on a Child in Need plan, to whom the past is not told', () => {
  const plan: KeptInterval = {
    ...{ childId: 'c', status: SocialCareStatus.CHILD_IN_NEED },
    ...{ from: '2026-01-02', until: null },
  };
  const worker = (role: WorkerRole, from: string, until: string | null): KeptAllocation => ({
    ...{ childId: 'c', role, team: 'North' },
    ...{ from, until },
  });
  const today = [Cohort.CHILD_IN_NEED, Cohort.ON_PLAN, Cohort.IN_NEED_SIX_YEARS];
  const { SOCIAL_WORKER, FAMILY_HELP_LEAD } = WorkerRole;

  it.each([
    ['a social worker led it before', [worker(SOCIAL_WORKER, '2026-01-02', '2026-01-10')]],
    ['another worker led it before', [worker(FAMILY_HELP_LEAD, '2026-01-02', '2026-01-10')]],
    ['nobody was named before', []],
  ])('do not tell whether %s', async (_, before) => {
    const led = [...before, worker(FAMILY_HELP_LEAD, '2026-01-10', null)];
    expect(await serviceOn('2026-01-20', [plan], null, [], led).cohorts('c')).toEqual(today);
    expect(await serviceOn('2026-01-20', [plan], null, [], before).cohorts('c')).toEqual(today);
  });

  it('tell of a social worker of today', async () => {
    const led = [worker(SOCIAL_WORKER, '2026-01-10', null)];
    expect(await serviceOn('2026-01-20', [plan], null, [], led).cohorts('c')).toEqual([
      ...[Cohort.CHILD_IN_NEED, Cohort.ON_PLAN, Cohort.SOCIAL_WORKER_NOW],
      ...[Cohort.IN_NEED_SIX_YEARS, Cohort.EVER_SOCIAL_WORKER],
    ]);
  });
});
