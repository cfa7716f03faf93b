import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { SenProvision } from '../../../../platform/vocabulary/sen-provision.js';
import { columns } from './columns.js';
import { schoolCensus } from './school-census.js';

describe('school-census', () => {
  it('takes the example of its columns: the pupil and the enrolment', async () => {
    const { taken, rejected } = await trialOf(schoolCensus, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]).toMatchObject({
      person: {
        source: 'school-census:900001',
        sourceKey: 'B801200005001',
        given: 'Thaddeus',
        family: 'Okafor',
        preferred: 'Tad',
        previousFamily: null,
        dateOfBirth: '2015-02-11',
        sex: 'MALE',
        postcode: 'ZZ99 3CZ',
        identifiers: [{ type: 'UPN', value: 'B801200005001' }],
      },
      facts: [
        {
          kind: 'enrolment',
          urn: '900001',
          yearGroup: '5',
          from: '2019-09-04',
          until: null,
          status: 'CURRENT',
          senProvision: SenProvision.SEN_SUPPORT,
          needs: [{ code: 'SLCN', rank: 1 }],
          freeSchoolMeals: true,
          leftCareBy: null,
        },
      ],
      leftOut: [],
    });
  });

  it('takes a pupil whose UPN is wrong, without it, under a key that holds no name', async () => {
    const { taken } = await trialOf(
      schoolCensus,
      csvOf(columns, { upn: 'A801200005001' }, { upn: 'A801200005001', surname: 'OKAFOR' }),
    );
    expect(taken.map(({ leftOut }) => leftOut.map(({ rule }) => rule))).toEqual([
      ['upn-check-letter'],
      ['upn-check-letter'],
    ]);
    expect(taken[0]?.person?.identifiers).toEqual([]);
    expect(taken[0]?.person?.sourceKey).toMatch(/^[0-9a-f]{64}$/);
    expect(taken[1]?.person?.sourceKey).toBe(taken[0]?.person?.sourceKey);
  });

  it('names the current UPN after the former one: it is the one in force', async () => {
    const { taken } = await trialOf(schoolCensus, csvOf(columns, { former_upn: 'P207000016049' }));
    expect(taken[0]?.person?.identifiers.map(({ value }) => value)).toEqual(['P207000016049', 'B801200005001']);
  });

  it('ranks the needs and leaves out a code that is none', async () => {
    const { taken } = await trialOf(
      schoolCensus,
      csvOf(columns, { sen_need_primary: 'XX', sen_need_secondary: 'ASD' }),
    );
    expect(taken[0]?.facts[0]?.needs).toEqual([{ code: 'ASD', rank: 1 }]);
    expect(taken[0]?.leftOut.map(({ rule }) => rule)).toEqual(['sen-need-unknown']);
  });

  it.each([
    ['urn-shape', { urn: '9000' }],
    ['required-missing', { surname: '' }],
    ['date-not-iso', { dob: '11/02/2015' }],
    ['birth-date-out-of-range', { dob: '2026-11-21' }],
    ['birth-date-out-of-range', { dob: '1996-11-19' }],
    ['before-birth', { dob: '2020-01-01' }],
    ['date-out-of-range', { entry_date: '2099-09-01' }],
    ['date-out-of-range', { leaving_date: '2099-09-01' }],
    ['hidden-characters', { forename: '\u202ETamsin' }],
    ['too-long', { surname: 'O'.repeat(5_000) }],
    ['interval-empty', { leaving_date: '2019-09-04' }],
    ['enrolment-status-unknown', { enrol_status: 'Z' }],
    ['sen-provision-unknown', { sen_provision: 'S' }],
    ['year-group-unknown', { nc_year: '15' }],
    ['free-school-meals-unknown', { fsm: 'y' }],
    ['adopted-from-care-unknown', { adopted_from_care: 'constructor' }],
  ])('rejects by %s, never naming the value', async (rule, change) => {
    const { taken, rejected } = await trialOf(schoolCensus, csvOf(columns, {}, change));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[3, rule]]);
    expect(taken).toHaveLength(1);
    for (const value of Object.values(change).filter(({ length }) => length > 1))
      expect(rejected[0]?.reason).not.toContain(value);
  });

  it('takes a pupil whose entry is agreed for next September, and names the column of one that is too far off', async () => {
    const { taken, rejected } = await trialOf(
      schoolCensus,
      csvOf(columns, { entry_date: '2027-09-01' }, { entry_date: '2028-09-01' }),
    );
    expect(taken).toHaveLength(1);
    expect(rejected).toMatchObject([{ reason: 'entry_date is not between 1996-11-20 and 2027-11-20.', whole: true }]);
  });

  it('says every fault of a record at once', async () => {
    const { rejected } = await trialOf(schoolCensus, csvOf(columns, { surname: '', dob: 'x', sen_provision: 'Q' }));
    expect(rejected.map(({ rule }) => rule)).toEqual(['required-missing', 'date-not-iso', 'sen-provision-unknown']);
  });
});
