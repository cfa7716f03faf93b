import { describe, expect, it } from '@jest/globals';
import { FileSurvey } from '../../../../platform/ingest/file-survey.js';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import { schoolCalendarOf } from './school-calendar.js';

const format = schoolCalendarOf((urn) => urn === '900001');
const own = (from: string, until: string, kind = 'TERM') => ({ urn: '900001', area: '', from, until, kind });

/** The rules by which lines of one file are not taken, each line once. */
async function refused(...rows: readonly Readonly<Record<string, string>>[]): Promise<[number, string][]> {
  const { taken, rejected } = await trialOf(format, csvOf(columns, ...rows));
  const survey = new FileSurvey(format);
  const judged = async function* () {
    yield await Promise.resolve(taken.map((one) => ({ place: one.place, result: { taken: one } })));
  };
  const reading = survey.reading(judged());
  while ((await reading.next()).done !== true);
  const contradicted = taken.flatMap(({ place }) => survey.contradiction(place) ?? []);
  return [...rejected, ...contradicted].map(({ line, rule }): [number, string] => [line, rule]).sort();
}

describe('school-calendar', () => {
  it('takes the example of its columns as days of an area, about no person', async () => {
    const { taken, rejected } = await trialOf(format, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    const fact = { scope: 'AREA', code: '990', kind: 'TERM', from: '2026-09-02', until: '2026-12-18' };
    expect(taken).toMatchObject([{ person: null, facts: [fact] }]);
  });

  it('takes a school’s own INSET day, which is one day', async () => {
    const { taken } = await trialOf(format, csvOf(columns, own('2026-11-20', '2026-11-20', 'INSET')));
    expect(taken[0]?.facts).toEqual([
      { scope: 'SCHOOL', code: '900001', kind: 'INSET', from: '2026-11-20', until: '2026-11-20' },
    ]);
  });

  it.each([
    ['calendar-of-one', { urn: '900001' }],
    ['calendar-of-one', { area: '' }],
    ['urn-shape', { urn: '9001', area: '' }],
    ['urn-not-in-register', { urn: '900002', area: '' }],
    ['la-code-shape', { area: '99' }],
    ['until-before-from', { until: '2026-09-01' }],
    ['calendar-kind-unknown', { kind: 'HOLIDAY' }],
    ['required-missing', { kind: '' }],
    ['date-not-iso', { from: '02/09/2026' }],
    ['date-out-of-range', { from: '2036-09-02', until: '2036-12-18', kind: 'CLOSED' }],
  ])('rejects by %s', async (rule, change) => {
    const { taken, rejected } = await trialOf(format, csvOf(columns, change, {}));
    expect(new Set(rejected.map((one) => `${String(one.line)} ${one.rule}`))).toEqual(new Set([`2 ${rule}`]));
    expect(taken).toHaveLength(1);
  });

  it('takes of two kinds on one day the row that began first, and lets both lie in a term', async () => {
    expect(
      await refused(
        own('2026-09-02', '2026-12-18'),
        own('2026-10-26', '2026-10-30', 'CLOSED'),
        own('2026-10-30', '2026-11-02', 'INSET'),
        own('2026-12-18', '2027-02-12'),
        own('2026-10-26', '2026-10-26', 'INSET'),
        { from: '2026-10-26', until: '2026-10-30', kind: 'INSET' },
      ),
    ).toEqual([
      [4, 'overlaps-an-earlier-row'],
      [5, 'overlaps-an-earlier-row'],
      [6, 'contradicts-an-earlier-row'],
    ]);
  });

  it('takes no term of a calendar after one that is missing, in whatever order they stand', async () => {
    const summer = own('2026-04-13', '2026-07-21');
    const autumn = own('2026-09-02', '2026-12-18');
    expect(await refused(autumn, summer, own('2025-09-02', '2025-12-19'), {})).toEqual([
      [2, 'term-missing'],
      [3, 'term-missing'],
    ]);
    expect(await refused(autumn, summer, own('2026-01-05', '2026-03-27'))).toEqual([]);
  });
});
