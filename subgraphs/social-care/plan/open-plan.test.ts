import { describe, expect, it } from '@jest/globals';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { type CarePlan, openPlan } from './open-plan.js';

const TODAY = '2026-05-01';
const plan = (change: Partial<CarePlan>): CarePlan => ({
  kind: SocialCareStatus.CHILD_IN_NEED,
  startedOn: '2026-01-01',
  endedOn: null,
  reviewedOn: null,
  nextReviewOn: null,
  ...change,
});

describe('the plan of a child on a day', () => {
  it('is the one that holds then, not one that has ended or has yet to start', () => {
    expect(openPlan([plan({})], TODAY)).toEqual(plan({}));
    expect(openPlan([plan({ endedOn: TODAY }), plan({ startedOn: '2026-05-02' })], TODAY)).toBeNull();
    expect(openPlan([], TODAY)).toBeNull();
  });

  it('is the protection plan where there is one, whatever their order and age', () => {
    const protection = plan({ kind: SocialCareStatus.CHILD_PROTECTION, startedOn: '2025-01-01' });
    expect(openPlan([plan({}), protection], TODAY)).toEqual(protection);
    expect(openPlan([protection, plan({})], TODAY)).toEqual(protection);
  });

  it('is the later to start of two of a kind', () => {
    const later = plan({ startedOn: '2026-02-01' });
    expect(openPlan([plan({}), later], TODAY)).toEqual(later);
    expect(openPlan([later, plan({})], TODAY)).toEqual(later);
  });

  it('is, of one plan that two records of the child tell, the one that knows of the later review', () => {
    const reviewed = plan({ reviewedOn: '2026-03-01' });
    expect(openPlan([plan({}), reviewed], TODAY)).toEqual(reviewed);
    expect(openPlan([reviewed, plan({})], TODAY)).toEqual(reviewed);
  });
});
