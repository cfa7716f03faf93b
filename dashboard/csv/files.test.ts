import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { StubGateway } from '../stub-gateway.test-support.js';
import { linesBefore } from './csv-file.js';
import { filePage, mostRows } from './whole-list.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const wait = (given: string) => ({
  node: {
    ...{ id: 'e1', version: 1, service: 'SALT', provider: null, status: 'BOOKED', weeksWaiting: 3 },
    ...{ clock: null, nextStep: null, nextAppointmentOn: null, allowedNext: null },
    child: { id: 'c1', name: { given, family: 'Adeyemi', preferred: null } },
  },
});
const list = (edges: object[], endCursor: string | null = null) => ({
  data: { waitingList: { totalCount: edges.length, pageInfo: { hasNextPage: endCursor !== null, endCursor }, edges } },
});
const fault = (code: string) => ({
  data: null,
  errors: [{ message: 'No.', path: ['waitingList'], extensions: { code } }],
});
const rowsOf = async (answer: Response): Promise<string[][]> => parse(await answer.text(), { bom: true });

describe('a list as a file', () => {
  it('is one to keep, that nobody else keeps, and goes on record as an export', async () => {
    gateway.answers['WaitingList'] = () => list([wait('=Tamsin')]);
    const answer = await gateway.get('/waiting-lists.csv?service=SALT&past=yes');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="waiting-lists.csv"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const rows = await rowsOf(answer);
    expect(rows[4]?.[1]).toBe('Service: Speech and language; Status: all who wait; Standard: past the standard');
    expect(rows.slice(linesBefore)).toEqual([
      ['Child', 'Service', 'Status', 'Waiting', 'Standard', 'Next'],
      [
        ...["'=Tamsin Adeyemi", 'Speech and language, provider not named', 'Booked', '3 weeks'],
        ...['No standard named', 'No next step recorded'],
      ],
    ]);
    const of = (name: string) => gateway.asked.filter((asked) => asked.name === name);
    expect(of('WaitingList').map(({ headers }) => headers['hub-export'])).toEqual(['file']);
    expect(of('SignedIn').map(({ headers }) => headers['hub-export'])).toEqual([undefined]);
    expect(of('WaitingList')[0]?.variables['filter']).toMatchObject({ services: ['SALT'], breached: true });
    // To look at the same list is not to take it away.
    gateway.asked = [];
    const page = await (await gateway.get('/waiting-lists?service=SALT&past=yes')).text();
    expect(of('WaitingList').map(({ headers }) => headers['hub-export'])).toEqual([undefined]);
    expect(page).toContain('href="/waiting-lists.csv?service=SALT&amp;status=&amp;past=yes"');
  });

  it('is the whole list, page after page, and says where it goes on', async () => {
    gateway.answers['WaitingList'] = ({ after }) =>
      after === null ? list([wait('Tamsin')], 'second') : list([wait('Ada')]);
    const rows = await rowsOf(await gateway.get('/waiting-lists.csv'));
    expect(rows.slice(linesBefore + 1).map(([name]) => name)).toEqual(['Tamsin Adeyemi', 'Ada Adeyemi']);
    expect(rows[1]?.[1]).not.toContain('longer list');
    const many = Array.from({ length: filePage }, () => wait('Tamsin'));
    gateway.answers['WaitingList'] = () => list(many, 'more');
    const long = await rowsOf(await gateway.get('/waiting-lists.csv'));
    expect(long).toHaveLength(linesBefore + 1 + mostRows);
    expect(long[1]?.[1]).toContain('These are the first 1000 of a longer list');
  });

  it('without rows says so, and is no file where nobody could say', async () => {
    gateway.answers['WaitingList'] = () => list([]);
    expect((await rowsOf(await gateway.get('/waiting-lists.csv')))[linesBefore + 1]?.[0]).toBe('None that you may see');
    for (const [code, status, words] of [
      ['SUBGRAPH_UNAVAILABLE', 503, 'We could not ask health just now.'],
      ['REFUSED', 403, 'You do not see this as SENCO: No.'],
    ] as const) {
      gateway.answers['WaitingList'] = () => fault(code);
      const answer = await gateway.get('/waiting-lists.csv');
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([status, null]);
      expect(await answer.text()).toContain(words);
    }
    // Half a list is none: its rows would be taken for all.
    gateway.answers['WaitingList'] = ({ after }) =>
      after === null ? list([wait('Tamsin')], 'second') : fault('SUBGRAPH_UNAVAILABLE');
    expect((await gateway.get('/waiting-lists.csv')).status).toBe(503);
  });

  it('is of somebody who is signed in', async () => {
    const answer = await gateway.app().app.request('/waiting-lists.csv', { headers: { host: '127.0.0.1:3000' } });
    expect(answer.status).toBe(303);
  });
});
