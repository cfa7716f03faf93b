import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { StubGateway } from '../stub-gateway.test-support.js';
import { linesBefore } from './csv-file.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const rowsOf = async (answer: Response): Promise<string[][]> =>
  parse(await answer.text(), { bom: true }).slice(linesBefore + 1);

describe('what changed, as a file', () => {
  it('goes on after the last of a full page', async () => {
    const change = (id: number) => ({
      ...{ id: String(id), at: '2026-11-24T06:10:00.000Z', child: null, domain: 'HEALTH', what: 'Status' },
      ...{ from: null, to: 'Booked', by: null },
    });
    gateway.answers['Changes'] = ({ after }) => ({
      data: { changes: after === null ? Array.from({ length: 100 }, (_, at) => change(at)) : [change(100)] },
    });
    const rows = await rowsOf(await gateway.get('/changes.csv?since=2026-11-01'));
    expect(rows).toHaveLength(101);
    expect(rows[0]).toEqual([
      ...['A child whom you do not see', 'Status', 'Now Booked', 'Health', '24 Nov 2026, 6:10am'],
    ]);
    expect(gateway.asked.at(-1)?.variables).toMatchObject({ after: '99', since: '2026-11-01T00:00:00.000Z' });
  });
});

describe('the rules that files met, as a file', () => {
  it('are those of the source beside whose table the link stands, or of every source', async () => {
    const rule = (name: string) => ({ rule: name, message: `${name}.`, whole: true, count: 1 });
    const source = (name: string, ...byRule: object[]) => ({
      ...{ source: name, domain: 'EDUCATION', lastReceived: null, expectedEvery: null, stale: false },
      ...{ deliveredAt: null, received: 2, accepted: 1, rejected: 1, byRule },
    });
    const dataQuality = [source('school-census', rule('UPN')), source('gias', rule('URN'), rule('Phase'))];
    gateway.answers['DataQuality'] = () => ({ data: { dataQuality } });
    const page = await (await gateway.get('/data-quality')).text();
    expect(page).toContain('href="/data-quality/rules.csv?source=school-census"');
    const of = async (query: string) =>
      (await rowsOf(await gateway.get(`/data-quality/rules.csv${query}`))).map(([name, , id]) => [name, id]);
    expect(await of('?source=school-census')).toEqual([['School census', 'UPN']]);
    expect(await of('')).toHaveLength(3);
    expect(await of('?source=nothing')).toEqual([['None recorded', '']]);
  });
});

describe('whom a search found, as a file', () => {
  it('is sent for by a form, so that no name stands in an address, and only by one of our pages', async () => {
    const child = {
      id: 'c1',
      dateOfBirth: '2014-05-19',
      name: { given: 'Tamsin', family: 'Adeyemi', previousFamily: [] },
    };
    gateway.answers['SearchChildren'] = () => ({ data: { searchChildren: [child] } });
    const browser = gateway.signedIn();
    const token = await browser.token();
    const page = await (await browser.post('/children', { token, family: 'Adeyemi', given: 'Tam' })).text();
    expect(page).toContain('action="/children.csv"');
    expect(page).toContain('name="given" value="Tam"');
    gateway.asked = [];
    const answer = await browser.post('/children.csv', { token, family: 'Adeyemi', given: 'Tam' });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="children.csv"');
    expect(await rowsOf(answer)).toEqual([['Tamsin Adeyemi', '19 May 2014', 'None recorded']]);
    expect(gateway.asked.map(({ name, headers }) => [name, headers['hub-export']])).toEqual([
      ['SearchChildren', 'file'],
    ]);
    expect((await browser.post('/children.csv', { family: 'Adeyemi' })).status).toBe(403);
    expect((await browser.post('/children.csv', { token, family: 'A' })).status).toBe(400);
  });
});

describe('the life of an entry, as a file', () => {
  const step = {
    ...{ effectiveOn: '2026-11-02', to: 'BOOKED', counts: true, by: 'A clinician', reason: null },
    ...{ appointmentOn: '2026-12-05', cancelledBy: null },
  };
  const entry = { id: 'e1', service: 'SALT', receivedOn: '2026-09-01', history: [step] };
  const child = { id: 'c1', name: null, health: { waiting: [entry] } };

  it('has each step, and is the page’s own 404 where there is no such entry', async () => {
    gateway.answers['ChildWaits'] = () => ({ data: { child } });
    expect(await rowsOf(await gateway.get('/waiting-lists/c1/e1/history.csv'))).toEqual([
      ['2 Nov 2026', 'Booked for 5 Dec 2026', 'A clinician', 'None recorded'],
    ]);
    const without = (text: string) => text.replaceAll(/name="token" value="[^"]+"/g, '');
    const [file, page] = await Promise.all(
      ['history.csv', 'update'].map(async (what) => {
        const answer = await gateway.get(`/waiting-lists/c1/e2/${what}`);
        expect(answer.status).toBe(404);
        return without(await answer.text());
      }),
    );
    expect(file).toBe(page);
  });
});

describe('the tables of a school, as files', () => {
  const name = { given: 'Tamsin', family: 'Adeyemi', preferred: null };
  const child = { id: 'c1', name };
  const action = {
    ...{ id: 'a1', version: 1, child, what: '=Ask the family', owner: 'SENCO', ownerOrganisation: null },
    ...{ dueOn: '2026-11-20', doneOn: null },
  };
  const around = { members: [], agenda: [], coming: [], actions: [action] };

  it('have what the page has, or say that there is none that the reader may see', async () => {
    const school = { urn: '900001', name: 'Alder Bank', directory: null, teamAroundSchool: around };
    gateway.answers['SchoolTeam'] = () => ({ data: { school } });
    gateway.answers['SchoolAttention'] = () => ({ data: { school: { urn: '900001', teamAroundSchool: null } } });
    expect(await rowsOf(await gateway.get('/schools/900001/actions.csv'))).toEqual([
      ['Tamsin Adeyemi', "'=Ask the family", 'SENCO', '20 Nov 2026'],
    ]);
    expect((await rowsOf(await gateway.get('/schools/900001/team.csv')))[0]?.[0]).toBe('None that you may see');
    for (const path of ['/schools/900001/nothing.csv', '/schools/900001/roll.csv'])
      expect((await gateway.get(path)).status).toBe(404);
  });

  it('are the page’s own 404 of a school that there is not', async () => {
    gateway.answers['SchoolTeam'] = () => ({ data: { school: null } });
    const without = async (path: string) => {
      const answer = await gateway.get(path);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([404, null]);
      return (await answer.text()).replaceAll(/name="token" value="[^"]+"/g, '');
    };
    expect(await without('/schools/900777/team.csv')).toBe(await without('/schools/900777'));
  });
});

describe('the weeks of a cohort, as a file', () => {
  it('keep what is suppressed as words, and have no rows of figures that are refused', async () => {
    const group = (week: string, over: object) => ({
      ...{
        key: [week],
        children: null,
        attendancePercent: null,
        suppressed: false,
        comparable: true,
        national: null,
        lastYear: null,
      },
      ...over,
    });
    const byWeek = {
      ...{ basis: 'child', asAt: null, stale: false, comparable: true, comparableNote: null },
      groups: [group('2026-11-09', { attendancePercent: 91.26 }), group('2026-11-16', { suppressed: true })],
    };
    gateway.answers['VirtualSchoolFigures'] = () => ({ data: { byWeek, thisYear: null, week: null } });
    expect(await rowsOf(await gateway.get('/virtual-school/weeks.csv'))).toEqual([
      ['16 Nov 2026', 'Fewer than 8: not shown', 'Not published', 'Not told'],
      ['9 Nov 2026', '91.3', 'Not published', 'Not told'],
    ]);
    gateway.answers['VirtualSchoolFigures'] = () => ({
      ...{ data: null, errors: [{ message: 'No.', path: ['byWeek'], extensions: { code: 'REFUSED' } }] },
    });
    expect((await gateway.get('/virtual-school/weeks.csv')).status).toBe(403);
  });
});
