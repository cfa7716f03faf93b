import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import { waitingList } from './waiting-list.js';

describe('waiting-list', () => {
  it('takes the example of its columns: the child and the entry', async () => {
    const { taken, rejected } = await trialOf(waitingList, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]).toMatchObject({
      person: {
        source: 'waiting-list:ZQ1',
        sourceKey: '9990000018',
        identifiers: [{ type: 'NHS_NUMBER', value: '9990000018' }],
      },
      facts: [
        {
          kind: 'waiting-list-entry',
          providerOds: 'ZQ1',
          entryRef: 'ZQ1-000017',
          service: 'SALT',
          status: 'ACCEPTED_WAITING',
          statusOn: '2025-10-14',
          receivedOn: '2025-09-22',
          supportWhileWaiting: ['Talk Time drop-in', 'Advice line'],
        },
      ],
      leftOut: [],
    });
  });

  it('takes a child whose NHS number is wrong, without it, under a key that holds no name', async () => {
    const { taken } = await trialOf(waitingList, csvOf(columns, { nhs_number: '1234567890' }));
    expect(taken[0]?.person).toMatchObject({ identifiers: [], sourceKey: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(taken[0]?.leftOut).toMatchObject([{ rule: 'nhs-number-check-digit' }]);
  });

  it('names the number in force last, after the one it took the place of', async () => {
    const { taken } = await trialOf(
      waitingList,
      csvOf(columns, { former_nhs_number: '999 000 0026' }, { former_nhs_number: '9990000027' }),
    );
    expect(taken[0]?.person).toMatchObject({
      sourceKey: '9990000018',
      identifiers: [
        { type: 'NHS_NUMBER', value: '9990000026' },
        { type: 'NHS_NUMBER', value: '9990000018' },
      ],
    });
    expect(taken[1]).toMatchObject({
      person: { identifiers: [{ type: 'NHS_NUMBER', value: '9990000018' }] },
      leftOut: [{ rule: 'nhs-number-check-digit' }],
    });
  });

  it('may come from before there was a column for the former number', async () => {
    const before = columns.filter(({ name }) => name !== 'former_nhs_number');
    const { taken, rejected } = await trialOf(waitingList, csvOf(before, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]?.person?.identifiers).toEqual([{ type: 'NHS_NUMBER', value: '9990000018' }]);
  });

  it('says nothing of the columns that a file from before them lacks', async () => {
    const before = columns.filter((column) => !('mayLack' in column));
    const { taken } = await trialOf(waitingList, csvOf(before, {}));
    const [fact] = taken[0]?.facts ?? [];
    expect(fact).toMatchObject({ step: {}, ageAtReferral: 10, sex: 'MALE' });
    for (const untold of ['carePlanOn', 'confidential', 'continuesFrom', 'asAt'] as const)
      expect(fact?.[untold]).toBeUndefined();
    expect(fact?.step?.wasNotBrought).toBeUndefined();
  });

  it('takes published codes beside our words', async () => {
    const rows: Readonly<Record<string, string>>[] = [
      { priority: '1', was_not_brought: '3', cancelled_by: '3', status: 'DID_NOT_ATTEND' },
      { priority: '3', was_not_brought: '7', cancelled_by: '2' },
      {
        priority: '2',
        was_not_brought: '4',
        cancelled_by: '4',
        rtt_status: '33',
        ethnicity: '99',
        referral_source: 'C2',
      },
      { was_not_brought: 'Y', cancelled_by: '', first_appointment: 'Y', properly_offered: 'Y' },
    ];
    const { taken, rejected } = await trialOf(waitingList, csvOf(columns, ...rows));
    expect(rejected).toEqual([]);
    expect(taken.map(({ facts }) => facts[0])).toMatchObject([
      { priority: 'ROUTINE', step: { wasNotBrought: true, cancelledBy: null } },
      { priority: 'URGENT', step: { wasNotBrought: false, cancelledBy: 'FAMILY' } },
      {
        ...{ priority: 'URGENT', ethnicity: '99', referralSource: 'C2' },
        step: { wasNotBrought: false, cancelledBy: 'PROVIDER', rttStatus: '33' },
      },
      { step: { wasNotBrought: true, cancelledBy: null, firstAppointment: true, properlyOffered: true } },
    ]);
  });

  it('names the entry gone on from with its provider, whose it is unless another is named', async () => {
    const { taken } = await trialOf(
      waitingList,
      csvOf(columns, { continues_from: 'ZQ1-000016' }, { continues_from: 'ZQ2|7|a' }, { continues_from: '' }),
    );
    expect(taken.map(({ facts }) => facts[0]?.continuesFrom)).toEqual(['ZQ1|ZQ1-000016', 'ZQ2|7|a', null]);
  });

  it('leaves a referral as confidential as it was where nothing is said', async () => {
    const { taken } = await trialOf(waitingList, csvOf(columns, { confidential: '' }, { confidential: 'Y' }));
    expect(taken.map(({ facts }) => facts[0]?.confidential)).toEqual([undefined, true]);
  });

  it.each(['REJECTED', 'REDIRECTED', 'ON_HOLD', 'WITHDRAWN', 'DISCHARGED'])(
    'asks for the reason of %s',
    async (status) => {
      const { taken, rejected } = await trialOf(
        waitingList,
        csvOf(columns, { status }, { status, reason: 'Moved away' }),
      );
      expect(rejected).toMatchObject([{ line: 2, rule: 'reason-missing' }]);
      expect(taken).toHaveLength(1);
    },
  );

  it.each([
    ['service-unknown', { service: 'DENTAL' }],
    ['status-unknown', { status: 'WAITING' }],
    ['priority-unknown', { priority: 'SOON' }],
    ['status-before-referral', { status_on: '2025-09-21' }],
    ['date-not-iso', { next_appointment_on: '5 March' }],
    ['date-out-of-range', { next_appointment_on: '2099-01-01' }],
    ['date-out-of-range', { received_on: '1066-04-13' }],
    ['date-out-of-range', { status_on: '2026-11-21' }],
    ['before-birth', { dob: '2025-09-23' }],
    ['birth-date-out-of-range', { dob: '2099-01-01' }],
    ['too-long', { reason: 'x'.repeat(501) }],
    ['hidden-characters', { clinician_name: 'Imre\u202E Valdez' }],
    ['required-missing', { entry_ref: '' }],
    ['ods-code-shape', { provider_ods: 'z' }],
    ['yes-or-no-unknown', { first_appointment: 'perhaps' }],
    ['yes-or-no-unknown', { confidential: '1' }],
    ['was-not-brought-unknown', { was_not_brought: '9' }],
    ['cancelled-by-unknown', { cancelled_by: 'WEATHER' }],
    ['rtt-status-unknown', { rtt_status: '37' }],
    ['ethnic-category-unknown', { ethnicity: 'WBRI' }],
    ['referral-source-unknown', { referral_source: 'the school' }],
    ['referral-source-unknown', { referral_source: 'Z9' }],
    ['referral-source-unknown', { referral_source: '123' }],
    ['before-referral', { appointment_on: '2025-09-21' }],
    ['before-referral', { care_plan_on: '2025-09-21' }],
    ['date-out-of-range', { baseline_outcome_on: '2026-11-21' }],
    ['date-not-iso', { care_plan_on: '0000-00-00' }],
    ['cancelled-and-not-brought', { was_not_brought: 'Y', cancelled_by: 'PROVIDER' }],
    ['redirected-by-another-status', { redirect_to: 'CAMHS' }],
    ['redirected-by-another-status', { redirect_provider: 'ZQ2' }],
    ['service-unknown', { status: 'REDIRECTED', reason: 'x', redirect_to: 'DENTAL' }],
    ['ods-code-shape', { status: 'REDIRECTED', reason: 'x', redirect_provider: 'a b' }],
    ['continues-from-itself', { continues_from: 'ZQ1-000017' }],
    ['continues-from-itself', { continues_from: 'ZQ1|ZQ1-000017' }],
    ['continues-from-shape', { continues_from: 'z|1' }],
    ['as-at-before-status', { as_at: '2025-10-13' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(waitingList, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
