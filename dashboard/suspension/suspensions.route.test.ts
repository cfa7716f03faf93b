import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const school = { urn: '900002', name: 'Castle Hill High School' };
const unit = { urn: '900006', name: 'Westgate Pupil Referral Unit' };
const duty = { dueOn: '2026-11-10', dutyOf: '900002', inPlaceOn: null, breached: true };
const item = {
  ...{ startedOn: '2026-11-02', category: 'SUSPENSION', sessions: 12, lunchtimes: null, cancelledOn: null },
  ...{ reasons: [], sixthDayProvision: null },
};
const node = (id: string, sixthDayProvision: object | null = null) => ({
  lastStartedOn: '2026-11-02',
  child: {
    ...{ id, name: { given: 'Ada', family: id, preferred: null } },
    education: {
      enrolments: [{ school }, { school: unit }],
      suspensions: {
        ...{ schoolDaysThisYear: 6, schoolDaysLeftOf45: 39, overLimit: false, limitWarning: null },
        items: [{ ...item, sixthDayProvision }],
      },
    },
  },
});
const listOf = (nodes: readonly object[], hasNextPage = false, errors: readonly object[] = []) => ({
  data: {
    school,
    suspendedChildren: {
      edges: nodes.map((one) => ({ node: one })),
      pageInfo: { hasNextPage, endCursor: hasNextPage ? 'next' : null },
    },
  },
  errors,
});
const as = (role: string, organisation: object) => () => ({
  data: { me: { name: 'A', role, purposes: ['EXCLUSION'], organisation } },
});

beforeEach(() => {
  gateway.forget();
  gateway.answers['SignedIn'] = as('exclusions-officer', { id: '990', name: 'Aldermere', kind: 'council' });
});

const page = async (address: string): Promise<string> => (await gateway.get(address)).text();
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/schools\/\d+\/suspensions\?[^"]*)"/g)].map(([, address = '']) => address);
/** The text of what stands above the table. */
const aboveTable = (html: string): string =>
  html
    .slice(html.indexOf('>Children</h2>'), html.indexOf('<table'))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

describe('the council’s list of suspensions', () => {
  it('leads from each child to each of their schools’ own page, of the same year', async () => {
    gateway.answers['SuspendedChildren'] = () => listOf([node('c1')]);
    expect(linksIn(await page('/suspensions?year=2025%2F26'))).toEqual([
      '/schools/900002/suspensions?year=2025%2F26',
      '/schools/900006/suspensions?year=2025%2F26',
    ]);
  });

  it('of a school leads to no other school’s', async () => {
    gateway.answers['SignedIn'] = as('senco', { id: '900002', name: 'Castle Hill', kind: 'school' });
    gateway.answers['SuspendedChildren'] = () => listOf([node('c1')]);
    const html = await page('/schools/900002/suspensions');
    expect(html).toContain('Westgate Pupil Referral Unit');
    expect(linksIn(html)).toEqual([]);
  });
});

describe('provision that is overdue', () => {
  it('stands above the list with whose it is, and says so where the list has other pages', async () => {
    gateway.answers['SuspendedChildren'] = () => listOf([node('c1'), node('c2', duty)], true);
    const html = await page('/suspensions');
    const text = aboveTable(html);
    expect(text).toContain('Overdue Provision from the sixth day is missing for 1 child on this page');
    expect(text).toContain('Ada c2: by the school, due 10 Nov 2026');
    expect(text).not.toContain('Ada c1');
    expect(text).toContain('The list has other pages, which may have more.');
    const asked = gateway.asked.filter(({ name }) => name !== 'SignedIn');
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('of a whole list is all there is, and where there is none that is said', async () => {
    gateway.answers['SuspendedChildren'] = () => listOf([node('c2', duty)]);
    const whole = aboveTable(await page('/suspensions'));
    expect(whole).toContain('1 child in this list');
    expect(whole).not.toContain('other pages');
    gateway.answers['SuspendedChildren'] = () => listOf([node('c1')]);
    expect(aboveTable(await page('/suspensions'))).toContain('overdue for none of the children in this list.');
    // The last of several pages is not all there is either.
    expect(aboveTable(await page('/suspensions?after=x'))).toContain('which may have more');
  });

  it('is not taken for none of a child whose suspensions could not be asked', async () => {
    const { child } = node('c1');
    const path = ['suspendedChildren', 'edges', 0, 'node', 'child', 'education'];
    const fault = { message: 'No.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'EDUCATION' } };
    gateway.answers['SuspendedChildren'] = () =>
      listOf([{ lastStartedOn: '2026-11-02', child: { ...child, education: null } }], false, [fault]);
    const above = aboveTable(await page('/suspensions'));
    expect(above).toContain('Of 1 child in this list it is not known whether provision from the sixth day is overdue.');
    expect(above).not.toContain('none');
  });

  it('that could not be asked at all is not said to be none', async () => {
    const path = ['suspendedChildren'];
    const errors = [{ message: 'No.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'EDUCATION' } }];
    gateway.answers['SuspendedChildren'] = () => ({ data: { suspendedChildren: null }, errors });
    const html = await page('/suspensions');
    expect(html).toContain('We could not ask education just now.');
    expect(html).not.toContain('overdue for none');
  });
});
