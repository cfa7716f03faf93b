import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { caseList } from './case-list.js';
import { columns } from './columns.js';

describe('case-list', () => {
  it("takes the example of its columns: the child by the council's number and the allocation", async () => {
    const { taken, rejected } = await trialOf(caseList, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]).toMatchObject({
      person: {
        source: 'case-list:990',
        sourceKey: '990/SC100042',
        given: 'Thaddeus',
        identifiers: [
          { type: 'SOCIAL_CARE_ID', value: '990/SC100042' },
          { type: 'NHS_NUMBER', value: '9990000018' },
        ],
      },
      facts: [
        {
          ...{ kind: 'allocation', council: '990', workerId: 'SW0107', role: 'SOCIAL_WORKER' },
          ...{ team: 'Children in Need North', managerId: 'SWM012', from: '2025-06-02', until: null },
        },
      ],
      leftOut: [],
    });
  });

  it('takes an unborn child without name or date of birth', async () => {
    const unborn = { forename: '', surname: '', dob: '', expected_dob: '2026-05-01', sex: '', nhs_number: '' };
    const { taken } = await trialOf(caseList, csvOf(columns, unborn));
    expect(taken[0]?.person).toMatchObject({ given: null, family: null, dateOfBirth: null, sex: 'UNKNOWN' });
  });

  it.each([
    ['date-not-iso', 'May'],
    ['expected-birth-date-out-of-range', '1066-04-13'],
    ['expected-birth-date-out-of-range', '2028-01-01'],
  ])('takes a child without an expected birth date that breaks %s: nothing is made of it', async (rule, text) => {
    const { taken } = await trialOf(caseList, csvOf(columns, { dob: '', expected_dob: text }));
    expect(taken[0]?.leftOut).toMatchObject([{ rule, whole: false }]);
  });

  it.each(['SOCIAL_WORKER', 'FAMILY_HELP_LEAD', 'PERSONAL_ADVISER', 'OTHER'])('takes a worker as %s', async (role) => {
    const { taken } = await trialOf(caseList, csvOf(columns, { worker_role: role }));
    expect(taken[0]?.facts).toMatchObject([{ role }]);
  });

  it('takes a worker of a list that says no role as a social worker, and no manager where it names none', async () => {
    const former = columns.filter(({ name }) => name !== 'worker_role' && name !== 'manager_id');
    for (const list of [csvOf(former, {}), csvOf(columns, { worker_role: '', manager_id: '' })]) {
      const { taken } = await trialOf(caseList, list);
      expect(taken[0]?.facts).toMatchObject([{ role: 'SOCIAL_WORKER', managerId: null }]);
    }
  });

  it('takes a child whom no worker is allocated to', async () => {
    const { taken } = await trialOf(caseList, csvOf(columns, { worker_id: '', allocated_from: '' }));
    expect(taken[0]?.facts).toEqual([]);
  });

  it('takes an allocation of no day as one that never was', async () => {
    const { taken, rejected } = await trialOf(caseList, csvOf(columns, { allocated_until: '2025-06-02' }));
    expect(rejected).toEqual([]);
    expect(taken[0]?.facts).toMatchObject([{ workerId: 'SW0107', from: '2025-06-02', until: '2025-06-02' }]);
  });

  it('leaves out an NHS number, a postcode and a sex that are wrong', async () => {
    const { taken } = await trialOf(caseList, csvOf(columns, { nhs_number: '9990000019', postcode: 'none', sex: 'B' }));
    expect(taken[0]?.leftOut.map(({ rule }) => rule).sort()).toEqual([
      'nhs-number-check-digit',
      'postcode-shape',
      'sex-unknown',
    ]);
    expect(taken[0]?.person?.identifiers).toHaveLength(1);
  });

  it.each([
    ['la-code-shape', { la_code: 'Z90' }],
    ['child-id-shape', { la_child_id: 'SC/1' }],
    ['required-missing', { allocated_from: '' }],
    ['required-missing', { la_child_id: '' }],
    ['worker-role-unknown', { worker_role: 'social worker' }],
    ['interval-empty', { allocated_until: '2025-06-01' }],
    ['date-not-iso', { dob: 'May' }],
    ['birth-date-out-of-range', { dob: '2026-11-21' }],
    ['date-out-of-range', { allocated_from: '2099-01-01' }],
    ['date-out-of-range', { allocated_until: '2099-01-01' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(caseList, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
