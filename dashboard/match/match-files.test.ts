import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const receivedAt = '2026-11-20T09:00:00.000Z';
const name = { given: '=Tamsin', family: 'Adeyemi', preferred: null, previousFamily: [] };
const record = { id: 'r1', source: 'case-list:990', name, dateOfBirth: '2014-05-19', postcode: null, receivedAt };
const child = { id: 'c1', name: { ...name, given: 'Tamzin' }, dateOfBirth: '2014-05-19', sourceRecords: [] };
const review = (id: string, state = 'OPEN') => ({
  ...{ id, kind: 'UNCERTAIN', source: 'case-list:990', state, version: 1, raisedAt: receivedAt, record },
  candidates: [{ score: 0.95, evidence: [], differences: [], child }],
});
const ids = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `m${String(from + at)}`);
const waiting = (all: readonly string[]) => {
  gateway.answers['MatchQueue'] = ({ first, after }) => {
    const begins = after === null ? 0 : all.indexOf(after as string) + 1;
    return { data: { matchReviews: all.slice(begins, begins + Number(first)).map((id) => review(id)) } };
  };
  gateway.answers['MatchReview'] = ({ id }) => ({ data: { matchReview: review(String(id)) } });
};
const rowsOf = async (path: string): Promise<string[][]> =>
  parse(await (await gateway.get(path)).text(), { bom: true });

describe('the records that wait', () => {
  it('are in a file from first to last, as an export', async () => {
    waiting(ids(0, 130));
    const rows = (await rowsOf('/matches.csv')).slice(linesBefore);
    expect(rows).toHaveLength(131);
    expect(rows.slice(0, 2)).toEqual([
      ['Record', 'Born', 'From', 'Why you are asked', 'The likeliest', 'Waits since'],
      [
        ...["'=Tamsin Adeyemi", '19 May 2014', 'Social care case list of 990'],
        ...['Much is alike, and not enough to be sure.', 'Very likely one child', '20 Nov 2026'],
      ],
    ]);
    expect(gateway.asked.filter(({ headers }) => headers['hub-export'] === 'file')).toHaveLength(2);
  });

  it('are side by side in a file with the words of the page, and are none of a review that is over', async () => {
    waiting(['m1']);
    const rows = await rowsOf('/matches/m1/side-by-side.csv');
    expect(rows[1]?.[1]).toBe('Much is alike, and not enough to be sure. Child A: very likely one child.');
    expect(rows.slice(linesBefore, linesBefore + 3)).toEqual([
      ['What', 'This record', 'Child A'],
      ['First name', "'=Tamsin", 'Tamzin (differs)'],
      ['Family name', 'Adeyemi', 'Adeyemi (the same)'],
    ]);
    gateway.answers['MatchReview'] = () => ({ data: { matchReview: review('m1', 'CONFIRMED') } });
    expect((await gateway.get('/matches/m1/side-by-side.csv')).status).toBe(404);
    gateway.answers['MatchReview'] = () => ({ data: { matchReview: null } });
    expect((await gateway.get('/matches/m1/side-by-side.csv')).status).toBe(404);
  });

  it('are not a file where half of them did not come, or they are not for this role', async () => {
    for (const [code, status] of [
      ['SUBGRAPH_UNAVAILABLE', 503],
      ['REFUSED', 403],
    ] as const) {
      waiting(ids(0, 100));
      const first = gateway.answers['MatchQueue'] ?? (() => ({}));
      const errors = [{ message: 'No.', path: ['matchReviews'], extensions: { code } }];
      gateway.answers['MatchQueue'] = (asked) =>
        asked['after'] === null ? first(asked) : { data: { matchReviews: null }, errors };
      const answer = await gateway.get('/matches.csv');
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([status, null]);
    }
  });
});

describe('a review', () => {
  const standing = async (browser: ReturnType<StubGateway['signedIn']>, id: string): Promise<string> =>
    /<p class="govuk-body-l">([^<]*)/.exec(await (await browser.get(`/matches/${id}`)).text())?.[1] ?? '';

  it('says which of those that wait it is, as far as the reviewer went through them, and how likely', async () => {
    waiting(ids(0, 30));
    const browser = gateway.signedIn();
    expect(await standing(browser, 'm3')).toBe('Very likely one child');
    await browser.get('/matches');
    expect(await standing(browser, 'm3')).toBe('4 of 25 or more that wait, very likely one child');
    expect(await standing(browser, 'm27')).toBe('Very likely one child');
    await browser.get('/matches?after=m24');
    expect(await standing(browser, 'm27')).toBe('28 of 30 that wait, very likely one child');
    // Nothing is asked for the sake of counting.
    expect(gateway.asked.filter(({ name: of }) => of === 'MatchQueue')).toHaveLength(2);
    // Nor is it known to anybody else.
    expect(await standing(gateway.signedIn(), 'm3')).toBe('Very likely one child');
  });

  it('that is decided has no place any more', async () => {
    gateway.answers['MatchReview'] = () => ({ data: { matchReview: review('m1', 'SEPARATE') } });
    expect(await standing(gateway.signedIn(), 'm1')).toBe('');
  });
});
