import { describe, expect, it } from '@jest/globals';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns as rollColumns } from '../../enrolment/source/columns.js';
import { schoolCensus } from '../../enrolment/source/school-census.js';
import { attendance } from './attendance.js';
import { columns } from './columns.js';

describe('attendance', () => {
  it('takes the example of its columns as two marks of a day', async () => {
    const { taken, rejected } = await trialOf(attendance, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]?.facts).toEqual([
      { kind: 'session-marks', urn: '900001', date: '2026-01-12', am: '/', pm: '\\', file: expect.any(String) },
    ]);
  });

  it.each([
    ['a right UPN', {}],
    ['a wrong UPN', { upn: 'A801200005001' }],
    ['none', { upn: '' }],
  ])('knows a pupil with %s by the key of the roll', async (_, change) => {
    const marks = await trialOf(attendance, csvOf(columns, change));
    const roll = await trialOf(schoolCensus, csvOf(rollColumns, change));
    expect(marks.taken[0]?.person?.source).toBe(roll.taken[0]?.person?.source);
    expect(marks.taken[0]?.person?.sourceKey).toBe(roll.taken[0]?.person?.sourceKey);
  });

  it('reads a blank as no mark made', async () => {
    const { taken } = await trialOf(attendance, csvOf(columns, { pm: '' }));
    expect(taken[0]?.facts[0]).toMatchObject({ am: '/', pm: null });
  });

  it('judges a code by the day of the session', async () => {
    const { taken, rejected } = await trialOf(
      attendance,
      csvOf(
        columns,
        { date: '2024-07-01', am: 'H' },
        { date: '2024-09-03', am: 'H' },
        { date: '2024-09-03', am: 'C2' },
        { date: '2024-07-01', am: 'C2' },
      ),
    );
    expect(taken.map(({ place }) => place.line)).toEqual([2, 4]);
    expect(rejected.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'unknown-attendance-code'],
      [5, 'unknown-attendance-code'],
    ]);
  });

  it.each([
    ['not-a-weekday', { date: '2026-01-17' }],
    ['date-not-iso', { date: '12/01/2026' }],
    ['school-day-out-of-range', { date: '2099-01-05' }],
    ['school-day-out-of-range', { date: '1999-01-05', am: '', pm: '' }],
    ['school-day-out-of-range', { date: '2026-11-23' }],
    ['before-birth', { dob: '2026-01-13' }],
    ['birth-date-out-of-range', { dob: '2030-01-01' }],
    ['required-missing', { date: '' }],
    ['unknown-attendance-code', { pm: '?' }],
    ['urn-shape', { urn: 'ABC' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(attendance, csvOf(columns, change, {}));
    expect(rejected.map((rejection) => [rejection.line, rejection.rule])).toEqual([[2, rule]]);
    expect(taken).toHaveLength(1);
  });
});
