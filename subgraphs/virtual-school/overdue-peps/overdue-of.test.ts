import { describe, expect, it } from '@jest/globals';
import { pepsToMake } from '../pep/duty/peps-to-make.js';
import { unwritten } from '../pep/duty/standing-plan.js';
import type { StoredPlan } from '../pep/personal-education-plan.repository.js';
import { overdueOf } from './overdue-of.js';

const care = pepsToMake([{ from: '2026-02-02', until: null }], '2015-02-11');
const toMake = (today: string) => care.filter(({ from }) => from <= today);
const written = (term: string, dueOn: string, completedOn: string | null = null): StoredPlan => ({
  ...unwritten,
  ...{ childId: 'c', term, dueOn, completedOn },
});
const on = (today: string, ...plans: StoredPlan[]) => overdueOf(plans, toMake(today), today);

describe('the plan that is overdue', () => {
  it('is the one overdue longest, written or not, from the day after its last in time', () => {
    expect(on('2026-03-02')).toBeNull();
    expect(on('2026-03-03')).toMatchObject({ term: '2025/26 Spring', dueOn: '2026-03-02', written: false });
    expect(on('2026-11-20')).toMatchObject({ term: '2025/26 Spring' });
    expect(on('2026-11-20', written('2025/26 Spring', '2026-03-02'))).toMatchObject({ written: true });
  });

  it('is made up for by a later one that is completed', () => {
    const done = written('2025/26 Summer', '2026-06-12', '2026-07-01');
    expect(on('2026-11-20', done)).toBeNull();
    const late = written('2026/27 Autumn', '2026-10-09');
    expect(on('2026-11-20', done, late)).toMatchObject({ term: '2026/27 Autumn', dueOn: '2026-10-09' });
    expect(on('2027-01-04', done)).toMatchObject({ term: '2026/27 Autumn', dueOn: '2026-12-31' });
  });

  it('is none that is not to be made: of a term before care', () => {
    expect(on('2026-02-20', written('2025/26 Autumn', '2025-11-01'))).toBeNull();
  });
});
