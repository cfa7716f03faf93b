import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PepQuality } from './pep-quality.js';
import { onePlanATerm } from './one-plan-a-term.js';

const anyPlan = fc.record({
  term: fc.constantFrom('2026/27 Autumn', '2025/26 Summer'),
  dueOn: fc.constantFrom('2026-12-01', '2026-12-18'),
  completedOn: fc.constantFrom(null, '2026-11-02', '2026-11-20'),
  quality: fc.constantFrom(null, PepQuality.GREEN, PepQuality.RED),
  pupilPremiumPlusPence: fc.constantFrom(null, 900, 12000),
  pupilPremiumPlusAllocatedPence: fc.constantFrom(null, 90_000),
  designatedTeacherOn: fc.constantFrom(null, '2026-11-01'),
  childViewsOn: fc.constantFrom(null, '2026-11-01'),
  signedOffOn: fc.constantFrom(null, '2026-11-21'),
});
const plan = {
  term: '2026/27 Autumn',
  dueOn: '2026-12-18',
  completedOn: null,
  quality: null,
  pupilPremiumPlusPence: null,
  pupilPremiumPlusAllocatedPence: null,
  designatedTeacherOn: null,
  childViewsOn: null,
  signedOffOn: null,
};

describe('the plans of all of a child’s records', () => {
  it('show a term once: the plan that has come further', () => {
    const completed = { ...plan, dueOn: '2026-12-01', completedOn: '2026-11-20' };
    const judged = { ...completed, quality: PepQuality.GREEN };
    expect(onePlanATerm([plan, completed])).toEqual([completed]);
    expect(onePlanATerm([judged, completed, plan])).toEqual([judged]);
    expect(onePlanATerm([plan, { ...plan, term: '2025/26 Summer' }])).toHaveLength(2);
  });

  it('show what one record says where two say the same', () => {
    expect(onePlanATerm([plan, { ...plan }])).toEqual([plan]);
  });

  it('show every term, and the same plan of it whatever the order', () => {
    fc.assert(
      fc.property(fc.array(anyPlan, { maxLength: 6 }), (plans) => {
        const shown = onePlanATerm(plans);
        expect(shown.map(({ term }) => term).sort()).toEqual([...new Set(plans.map(({ term }) => term))].sort());
        expect(new Set(onePlanATerm([...plans].reverse()))).toEqual(new Set(shown));
      }),
    );
  });
});
