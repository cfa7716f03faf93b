import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gate, reading } from '../arriving.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const refused = (field: string) => ({
  message: 'Your role does not reach this.',
  path: [field],
  extensions: { code: 'REFUSED' },
});

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const figures = (socialWorkTeams: readonly string[] | null) => () => ({
  data: { socialWorkTeams, byWeek: null, thisYear: null },
});
const list = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

beforeEach(() => {
  gateway.forget();
  gateway.answers['VirtualSchoolFigures'] = figures(['East', 'West “2”']);
  gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: list } });
});

const page = async (address: string): Promise<string> => (await gateway.get(address)).text();
const teamAsked = (): unknown => gateway.asked.find(({ name }) => name === 'WeeklyList')?.variables['socialWorkTeam'];
/** What can be chosen; the chosen one with an asterisk. */
const choices = (html: string): string[] => {
  const select = /<select[^>]*name="team".*?<\/select>/s.exec(html)?.[0] ?? '';
  return [...select.matchAll(/<option([^>]*)>([^<]*)/g)].map(
    ([, attributes = '', text = '']) => `${attributes.includes(' selected') ? '*' : ''}${text}`,
  );
};

describe('the social work team', () => {
  it('is chosen from those there are, and asked for within the three questions of a page', async () => {
    expect(choices(await page('/virtual-school'))).toEqual(['*All teams', 'East', 'West “2”']);
    expect(teamAsked()).toBeNull();
    gateway.asked = [];
    const html = await page('/virtual-school?team=East');
    expect(choices(html)).toEqual(['All teams', '*East', 'West “2”']);
    expect(teamAsked()).toBe('East');
    expect(html).not.toContain('is not known');
    const pageAsked = gateway.asked.filter(({ name }) => name !== 'SignedIn');
    expect(pageAsked.length).toBeLessThanOrEqual(3);
  });

  it('that there is not falls back and says so, and is never asked for', async () => {
    const html = await page('/virtual-school?team=North');
    expect(choices(html)).toEqual(['*All teams', 'East', 'West “2”']);
    expect(html).toContain('The team in the address is not known: the children of every team are shown.');
    expect(teamAsked()).toBeNull();
  });

  it('is not to be chosen where there is none, or no list to choose from', async () => {
    gateway.answers['VirtualSchoolFigures'] = figures([]);
    expect(choices(await page('/virtual-school'))).toEqual([]);
    gateway.answers['VirtualSchoolFigures'] = figures(['East']);
    const errors = [refused('attendanceTriangulation')];
    gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: null }, errors });
    expect(choices(await page('/virtual-school'))).toEqual([]);
  });

  it('stays chosen where nobody could say which there are', async () => {
    gateway.answers['VirtualSchoolFigures'] = figures(null);
    expect(choices(await page('/virtual-school?team=North'))).toEqual(['All teams', '*North']);
    expect(teamAsked()).toBe('North');
  });
});

describe('who is told no figures', () => {
  const because = 'You do not see this as virtual school adviser: Your role does not reach this.';
  const overdue = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };
  beforeEach(() => {
    const adviser = { name: 'A', role: 'virtual-school-adviser', purposes: ['VIRTUAL_SCHOOL_DUTY'] };
    const organisation = { id: '990', name: 'Aldermere', kind: 'council' };
    gateway.answers['SignedIn'] = () => ({ data: { me: { ...adviser, organisation } } });
    gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: { ...list, totalCount: 8 } } });
    gateway.answers['VirtualSchoolFigures'] = () => ({
      data: { socialWorkTeams: ['East'], byWeek: null, thisYear: null },
      errors: [refused('byWeek'), refused('thisYear')],
    });
    gateway.answers['VirtualSchoolPeps'] = () => ({
      data: { pepCompliance: null, pepsOverdue: overdue },
      errors: [refused('pepCompliance')],
    });
  });

  it('meets the children first, and the refusal once, after all that is told', async () => {
    const html = await page('/virtual-school');
    const headings = [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title);
    expect(headings).toEqual([
      '8 children on child in need or child protection plans',
      'Personal education plans',
      'Figures of attendance and personal education plans',
    ]);
    expect(html.split(because)).toHaveLength(2);
    expect(html.indexOf(because)).toBeGreaterThan(html.indexOf('Overdue plans'));
    expect(html).toContain('>Names only of children on plans whom you may see.<');
  });

  it('is told in its place what could not be asked: that is no refusal', async () => {
    gateway.answers['VirtualSchoolFigures'] = () => ({
      data: { socialWorkTeams: null, byWeek: null, thisYear: null },
      errors: [{ ...refused('byWeek'), extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
    const html = await page('/virtual-school');
    expect(html.indexOf('We could not ask the virtual school')).toBeGreaterThan(html.indexOf('>Attendance<'));
    expect(html.indexOf('We could not ask the virtual school')).toBeLessThan(html.indexOf('8 children on'));
    expect(html).toContain('Figures of personal education plans<');
  });
});

describe('the list of children', () => {
  beforeEach(() => {
    gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: { ...list, totalCount: 1 } } });
  });

  it.each([
    ['ON_PLAN', 'child in need or child protection plans'],
    ['CHILD_PROTECTION', 'child protection plans'],
    ['CHILD_IN_NEED', 'child in need plans'],
  ])('of %s says on which plans they are', async (cohort, plans) => {
    const html = await page(`/virtual-school?cohort=${cohort}`);
    expect(html).toContain(`>1 child on ${plans}<`);
    expect(html).not.toContain('not of the group');
  });

  it.each([
    ['LOOKED_AFTER', 'Looked after'],
    ['SOCIAL_WORKER_NOW', 'With a social worker'],
  ])('says that it is not of the figures’ group where that is %s', async (cohort, chosen) => {
    const html = await page(`/virtual-school?cohort=${cohort}`);
    expect(html).toContain(
      `This list is not of the group that you chose, “${chosen}”: it has children on plans alone.`,
    );
    expect(html).toContain('>1 child on child in need or child protection plans<');
  });
});

describe('the virtual school’s week that is late', () => {
  const hurried = { patience: () => Promise.resolve() };
  const as = (role: string) => () => ({
    data: {
      me: {
        ...{ name: 'A', role, purposes: ['VIRTUAL_SCHOOL_DUTY'] },
        organisation: { id: '990', name: 'Aldermere', kind: 'council' },
      },
    },
  });
  const withoutToken = (html: string): string => html.replaceAll(/name="token" value="[^"]+"/g, '');
  const heading = 'Virtual school</h1>';

  it('has begun with its heading, and is the same page in the end', async () => {
    gateway.answers['SignedIn'] = as('virtual-school-head');
    const slow = gate<object>();
    gateway.answers['WeeklyList'] = () => slow.opened;
    const answer = await gateway.signedIn(hurried).get('/virtual-school');
    expect(answer.status).toBe(200);
    const arriving = reading(answer);
    expect(await arriving.until(heading)).not.toContain('Children who are');
    slow.open({ data: { attendanceTriangulation: list } });
    const late = await arriving.rest();
    gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: list } });
    expect(withoutToken(late)).toBe(withoutToken(await page('/virtual-school')));
    expect(choices(late)).toEqual(['*All teams', 'East', 'West “2”']);
  });

  it('says in its place that it could not be asked, and never that there is nobody', async () => {
    gateway.answers['SignedIn'] = as('virtual-school-adviser');
    const slow = gate<object>();
    gateway.answers['WeeklyList'] = () => slow.opened;
    const arriving = reading(await gateway.signedIn(hurried).get('/virtual-school'));
    await arriving.until(heading);
    // No answer of a gateway: what the asker makes of it is a fault.
    slow.open([]);
    const late = await arriving.rest();
    expect(late).toMatch(/We could not ask the virtual school just now.*<\/html>$/s);
    expect(late).toMatch(/Personal education plans.*We could not ask the virtual school just now/s);
    expect(late).not.toContain('None');
  });

  it('has not begun for whom no menu leads there, nor with a cursor', async () => {
    const code = (one: string) => () => ({ data: null, errors: [{ message: 'no', extensions: { code: one } }] });
    gateway.answers['VirtualSchoolFigures'] = gateway.answers['WeeklyList'] = code('REFUSED');
    expect((await gateway.signedIn(hurried).get('/virtual-school')).status).toBe(403);
    gateway.answers['SignedIn'] = as('virtual-school-head');
    gateway.answers['WeeklyList'] = code('INVALID_INPUT');
    expect((await gateway.signedIn(hurried).get('/virtual-school?after=x')).status).toBe(400);
  });
});
