import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import { gias } from './gias.js';

describe('gias', () => {
  it('takes the example of its columns as a school about no person', async () => {
    const { taken, rejected } = await trialOf(gias, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken).toMatchObject([
      {
        person: null,
        leftOut: [],
        facts: [
          {
            kind: 'school',
            urn: '900001',
            name: 'Alder Bank Primary School',
            localAuthorityCode: '990',
            openedOn: '1998-09-01',
            closedOn: null,
            lowestAge: 4,
            highestAge: 11,
            postcode: 'ZZ99 1AA',
          },
        ],
      },
    ]);
  });

  it('reads names in windows-1252', async () => {
    const content = Buffer.from(csvOf(columns, { EstablishmentName: 'École St Brânoc' }), 'latin1');
    const { taken } = await trialOf(gias, content);
    expect(taken[0]?.facts[0]?.name).toBe('École St Brânoc');
  });

  it('pads the establishment number and leaves out an age and a postcode that are none', async () => {
    const { taken } = await trialOf(
      gias,
      csvOf(columns, { EstablishmentNumber: '21', StatutoryLowAge: 'four', Postcode: 'n/a' }),
    );
    expect(taken[0]?.facts[0]).toMatchObject({ establishmentNumber: '0021', lowestAge: null, postcode: null });
    expect(taken[0]?.leftOut.map(({ rule }) => rule)).toEqual(['age-not-whole-years', 'postcode-shape']);
  });

  it.each([
    ['urn-shape', { URN: '12345' }],
    ['la-code-shape', { 'LA (code)': '99' }],
    ['required-missing', { EstablishmentName: '' }],
    ['date-not-day-month-year', { OpenDate: '1998-09-01' }],
    ['date-out-of-range', { OpenDate: '01-09-2099' }],
    ['date-out-of-range', { CloseDate: '01-09-2099' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(gias, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
