import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const school = { urn: '900002', name: 'Castle Hill High School' };
const unit = { urn: '900006', name: 'Westgate Pupil Referral Unit' };
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
