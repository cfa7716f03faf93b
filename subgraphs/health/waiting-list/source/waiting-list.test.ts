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
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(waitingList, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
