import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const cell = (over: object = {}) => ({
  ...{ key: [], pupilsOn: '2026-10-01', pupils: 400, suspensions: 12, suspensionsPer100: 3, lostDays: 20 },
  ...{ childrenSuspended: 9, childrenSuspendedPer100: 2.25, permanentExclusions: null },
  ...{ permanentExclusionsPer100: null, suppressed: true, basis: 'Pupils on the roll' },
  ...{ comparator: { percent: 11.31, of: 'suspensions', year: '2023/24', basis: 'b', source: 's' } },
  ...{ comparatorOfChildren: null, comparatorOfExclusions: null, ...over },
});
const rowsOf = async (path: string): Promise<string[][]> =>
  parse(await (await gateway.get(path)).text(), { bom: true });
const without = (text: string): string => text.replaceAll(/name="token" value="[^"]+"/g, '');
const exported = () => gateway.asked.filter(({ name }) => name !== 'SignedIn');

describe('the figures of suspensions, as files', () => {
  it('are the numbers of the page with what stands beside them, what is hidden in words', async () => {
    gateway.answers['SuspensionFigures'] = () => ({ data: { suspensionFigures: [cell()] } });
    const rows = await rowsOf('/suspensions/figures.csv?year=2025/26');
    expect(rows.slice(0, linesBefore).map(([name, value]) => [name, value])).toEqual([
      ['How often pupils were suspended and excluded', ''],
      ['Basis', 'Pupils on the roll. Pupils as on 1 Oct 2026.'],
      ['Period', 'School year 2025/26'],
      ['As at', '27 Nov 2026'],
      ['Filter', 'School: all'],
      ['Suppressed', expect.stringContaining('It is not nought.')],
      ['', ''],
    ]);
    expect(rows.slice(linesBefore)).toEqual([
      ['Figure', 'Number', 'Beside it'],
      ['Suspensions', '12', 'None'],
      ['Suspensions, for every 100 pupils', '3', '11.31 suspensions, 2023/24'],
      ['Pupils suspended, for every 100 pupils', '2.25', 'Not published'],
      ['Permanent exclusions, for every 100 pupils', 'Fewer than 8: not shown', 'Not published'],
      ['Permanent exclusions', 'Fewer than 8: not shown', 'None'],
      ['School days lost', '20', 'None'],
    ]);
    expect(exported().map(({ name, headers, variables }) => [name, headers['hub-export'], variables])).toEqual([
      ['SuspensionFigures', 'file', { academicYear: '2025/26', by: [] }],
    ]);
  });

  it('of a school are its own alone, and there are none of another’s in their place', async () => {
    const cells = [cell({ key: ['900002'], suspensions: 99 }), cell({ key: ['900001'] })];
    gateway.answers['SuspensionFigures'] = () => ({ data: { suspensionFigures: cells } });
    const rows = await rowsOf('/schools/900001/suspensions/figures.csv');
    expect(rows[linesBefore + 1]).toEqual(['Suspensions', '12', 'None']);
    expect(rows[4]?.[1]).toBe('School: 900001');
    expect((await rowsOf('/schools/900009/suspensions/figures.csv'))[linesBefore + 1]?.[0]).toBe('None recorded');
    const duty = { key: ['900001'], due: 10, inTime: 9, late: null, missing: 0, suppressed: true, basis: 'Of each.' };
    gateway.answers['SixthDayFigures'] = () => ({ data: { sixthDayFigures: [duty] } });
    expect((await rowsOf('/schools/900001/suspensions/sixth-days.csv')).slice(linesBefore)).toEqual([
      ['Provision', 'How often'],
      ['Owed', '10'],
      ['In place in time', '9'],
      ['In place late', 'Fewer than 8: not shown'],
      ['Missing', '0'],
    ]);
  });

  it('by phase and by group of children have a row each, and say where no school has told', async () => {
    const phases = [cell({ key: ['Secondary'] }), cell({ key: ['UNKNOWN'], pupils: 0, suspensions: null })];
    gateway.answers['SuspensionFigures'] = () => ({ data: { suspensionFigures: phases } });
    expect((await rowsOf('/suspensions/phases.csv')).slice(linesBefore + 1).map((row) => row.slice(0, 3))).toEqual([
      ['Secondary', '400', '12'],
      ['Not known', '0', 'None recorded'],
    ]);
    const group = { cohort: 'LOOKED_AFTER', ...cell({ suspensions: null, childrenSuspendedPer100: null }) };
    const groups = [{ ...group, suppressed: false }, group];
    gateway.answers['CohortSuspensions'] = () => ({ data: { cohortSuspensions: groups } });
    expect((await rowsOf('/suspensions/cohorts.csv')).slice(linesBefore + 1).map((row) => row.slice(0, 2))).toEqual([
      ['Looked after', 'No school has told of any'],
      ['Looked after', 'Fewer than 8: not shown'],
    ]);
  });

  it('that could not be asked, or are refused, are no file', async () => {
    for (const [code, status] of [
      ['SUBGRAPH_UNAVAILABLE', 503],
      ['REFUSED', 403],
    ] as const)
      for (const [file, field] of [
        ['figures', 'suspensionFigures'],
        ['phases', 'suspensionFigures'],
        ['sixth-days', 'sixthDayFigures'],
        ['cohorts', 'cohortSuspensions'],
      ] as const) {
        const answer = { data: { [field]: null }, errors: [{ message: 'No.', path: [field], extensions: { code } }] };
        for (const name of ['SuspensionFigures', 'SixthDayFigures', 'CohortSuspensions'])
          gateway.answers[name] = () => answer;
        const got = await gateway.get(`/suspensions/${file}.csv`);
        expect([file, got.status, got.headers.get('content-disposition')]).toEqual([file, status, null]);
      }
  });

  it('of a school there is not are the page’s own 404', async () => {
    const page = without(await (await gateway.get('/schools/9000/suspensions')).text());
    const answer = await gateway.get('/schools/9000/suspensions/figures.csv');
    expect([answer.status, without(await answer.text())]).toEqual([404, page]);
    // A school has no table of every group of children.
    expect((await gateway.get('/schools/900001/suspensions/cohorts.csv')).status).toBe(404);
    expect(exported()).toEqual([]);
  });
});
