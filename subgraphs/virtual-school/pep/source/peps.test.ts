import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import { peps } from './peps.js';

describe('peps', () => {
  it('takes the example of its columns: the child and the plan', async () => {
    const { taken, rejected } = await trialOf(peps, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]).toMatchObject({
      person: {
        source: 'peps:990',
        sourceKey: '990/SC100042',
        identifiers: [
          { type: 'SOCIAL_CARE_ID', value: '990/SC100042' },
          { type: 'UPN', value: 'B801200005001' },
        ],
      },
      facts: [
        {
          kind: 'pep',
          term: '2025/26 Spring',
          dueOn: '2026-02-13',
          completedOn: '2026-02-10',
          quality: 'GREEN',
          pupilPremiumPlusPence: 87_600,
          pupilPremiumPlusAllocatedPence: 87_600,
          designatedTeacherOn: '2026-02-06',
          childViewsOn: '2026-02-05',
          signedOffOn: '2026-02-12',
        },
      ],
      leftOut: [],
    });
  });

  it("knows a child by a right UPN where there is no council's number", async () => {
    const { taken } = await trialOf(peps, csvOf(columns, { la_child_id: '' }));
    expect(taken[0]?.person?.sourceKey).toBe('B801200005001');
  });

  it('takes a file from before the later columns were', async () => {
    const before = columns.filter((column) => !('mayLack' in column));
    expect(before).toHaveLength(columns.length - 4);
    const { taken } = await trialOf(peps, csvOf(before, {}));
    expect(taken[0]?.facts).toMatchObject([{ signedOffOn: null, pupilPremiumPlusAllocatedPence: null }]);
  });

  it.each([
    ['identifier-missing', { la_child_id: '', upn: 'A801200005001' }],
    ['term-shape', { term: 'Spring' }],
    ['term-shape', { term: '2025/27 SPR' }],
    ['term-shape', { term: '2025/26 EAS' }],
    ['term-out-of-range', { term: '2098/99 AUT' }],
    ['date-out-of-range', { completed_on: '2099-01-01' }],
    ['date-out-of-range', { completed_on: '2026-11-21' }],
    ['date-out-of-range', { due_on: '2099-01-01' }],
    ['birth-date-out-of-range', { dob: '2027-01-01' }],
    ['quality-unknown', { quality: 'BLUE' }],
    ['pence-not-whole', { pupil_premium_plus_pence: '12.50' }],
    ['pence-not-whole', { pupil_premium_plus_allocated_pence: '-1' }],
    ['date-out-of-range', { designated_teacher_on: '2099-01-01' }],
    ['date-out-of-range', { child_views_on: '2026-11-21' }],
    ['date-not-iso', { signed_off_on: 'yes' }],
    ['date-not-iso', { due_on: '13/02/2026' }],
    ['required-missing', { due_on: '' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(peps, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
