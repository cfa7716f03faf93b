import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

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
    const errors = [{ message: 'No.', path: ['attendanceTriangulation'], extensions: { code: 'REFUSED' } }];
    gateway.answers['WeeklyList'] = () => ({ data: { attendanceTriangulation: null }, errors });
    expect(choices(await page('/virtual-school'))).toEqual([]);
  });

  it('stays chosen where nobody could say which there are', async () => {
    gateway.answers['VirtualSchoolFigures'] = figures(null);
    expect(choices(await page('/virtual-school?team=North'))).toEqual(['All teams', '*North']);
    expect(teamAsked()).toBe('North');
  });
});
