import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { StubGateway } from '../stub-gateway.test-support.js';
import { linesBefore } from './csv-file.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const access = ['PARTNERSHIP', 'EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL'].map((domain) => ({
  ...{ domain, outcome: 'FULL', because: 'On the roll of your school.' },
}));
const member = {
  name: 'Jo Marsden',
  role: 'Social worker',
  organisation: null,
  lead: true,
  since: null,
  contact: null,
};
const action = { id: 'a1', version: 1, owner: 'SENCO', ownerOrganisation: null, doneOn: null };
const head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, attention: [], voices: [], access },
  name: { given: 'Tamsin', family: 'Adeyemi', preferred: null },
  team: [member],
  actions: [
    { ...action, what: '=Ask the family', dueOn: '2026-11-20' },
    { ...action, what: 'Write to them', dueOn: null, doneOn: '2026-11-02' },
  ],
};
const down = (...fields: string[]) =>
  fields.map((field) => ({ message: 'No.', path: ['child', field], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }));

beforeEach(() => {
  gateway.forget();
  gateway.answers['ChildHead'] = () => ({ data: { child: head } });
  gateway.answers['ChildSchool'] = () => ({ data: { child: { id: 'c1', education: null, virtualSchool: null } } });
  gateway.answers['ChildCare'] = () => ({ data: { child: { id: 'c1', health: null, socialCare: null } } });
});

const rowsOf = async (path: string): Promise<string[][]> =>
  parse(await (await gateway.get(path)).text(), { bom: true }).slice(linesBefore + 1);

describe('a table of a child’s page as a file', () => {
  it('has what the page has, and no name of a child in its own', async () => {
    const answer = await gateway.get('/children/c1/team.csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="team.csv"');
    expect(await rowsOf('/children/c1/team.csv')).toEqual([
      ['Jo Marsden', 'Social worker (leads)', 'Not known', 'Not known', 'None recorded'],
    ]);
    expect(await rowsOf('/children/c1/actions.csv')).toEqual([
      ["'=Ask the family", 'SENCO', '20 Nov 2026, overdue', 'Not done yet'],
      ['Write to them', 'SENCO', 'No day agreed', '2 Nov 2026'],
    ]);
    expect(await rowsOf('/children/c1/access.csv')).toHaveLength(5);
    const page = await (await gateway.get('/children/c1')).text();
    for (const name of ['team', 'access', 'actions']) expect(page).toContain(`href="/children/c1/${name}.csv"`);
  });

  it('says that none is recorded, and not so where a domain could not be asked', async () => {
    expect((await rowsOf('/children/c1/waits.csv'))[0]?.[0]).toBe('None recorded');
    gateway.answers['ChildCare'] = () => ({
      ...{ data: { child: { id: 'c1', health: null, socialCare: null } }, errors: down('health') },
    });
    const answer = await gateway.get('/children/c1/waits.csv');
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('could not ask health')]);
  });

  it('is the page’s own 404 of a child who is not there, of one who may not be seen, and of a table that there is not', async () => {
    const bodies = [];
    for (const [id, file] of [
      ['absent', 'team.csv'],
      ['hidden', 'team.csv'],
      ['absent', 'nothing.csv'],
      ['c1', 'nothing.csv'],
      ['absent', ''],
    ]) {
      const errors = [{ message: 'No.', path: ['child'], extensions: { code: 'NOT_FOUND' } }];
      gateway.answers['ChildHead'] = () =>
        id === 'c1' ? { data: { child: head } } : { data: { child: null }, ...(id === 'hidden' ? { errors } : {}) };
      const answer = await gateway.get(`/children/${id}${file === '' ? '' : `/${file}`}`);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([404, null]);
      bodies.push((await answer.text()).replaceAll(/name="token" value="[^"]+"/g, ''));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it('is asked for as an export, each of its three questions', async () => {
    await gateway.get('/children/c1/half-terms.csv');
    const asked = gateway.asked.filter(({ name }) => name !== 'SignedIn');
    expect(asked.map(({ name, headers }) => [name, headers['hub-export']]).toSorted()).toEqual([
      ['ChildCare', 'file'],
      ['ChildHead', 'file'],
      ['ChildSchool', 'file'],
    ]);
  });
});
