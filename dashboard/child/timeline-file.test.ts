import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const fresh = { asAt: '2026-11-26T06:10:00.000Z', stale: false, sources: [] };
const head = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19', age: 12, diedOn: null, team: [], attention: [], voices: [], actions: [] },
  name: { given: '=Tamsin', family: 'Adeyemi', preferred: null },
  access: ['EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL'].map((domain) => ({
    ...{ domain, outcome: 'FULL', because: 'Because.' },
  })),
};
const fault = (field: string) => ({
  ...{ message: 'No.', path: ['child', field], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
});
const path = '/children/c1/timeline.csv';
const linesOf = async (answer: Response): Promise<string[][]> => parse(await answer.text(), { bom: true });

describe('a child’s twelve months as a file', () => {
  beforeEach(() => {
    gateway.answers['ChildHead'] = () => ({ data: { child: head } });
    gateway.answers['ChildSchool'] = () => ({
      data: {
        child: {
          id: 'c1',
          education: {
            ...{ ...fresh, enrolments: [], attendance: null, twelveMonths: { weeks: [] }, sen: null },
            attendanceThresholds: null,
            suspensions: {
              ...{ schoolDaysThisYear: 1, schoolDaysLeftOf45: 44, limitWarning: null },
              items: [
                { startedOn: '2026-11-17', category: 'SUSPENSION', sessions: 2, lunchtimes: null, cancelledOn: null },
              ],
            },
            suspensionsLastYear: { items: [] },
          },
          virtualSchool: null,
        },
      },
    });
    gateway.answers['ChildCare'] = () => ({
      ...{ data: { child: { id: 'c1', health: null, socialCare: null } }, errors: [fault('health')] },
    });
  });

  it('has what its page has, says which domain is not in it, and goes on record as an export', async () => {
    const answer = await gateway.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="twelve-months.csv"');
    const lines = await linesOf(answer);
    expect(lines.slice(0, 4).map(([, text]) => text)).toEqual([
      '',
      'What each domain told, as far as you see it as SENCO. We could not ask health just now: what it knows is not here.',
      '24 Nov 2025 to 27 Nov 2026',
      ...[
        'Education: 26 Nov 2026, 6:10am; Health: could not be asked; Social care: nothing shown; Virtual school: nothing shown',
      ],
    ]);
    expect(lines.slice(linesBefore)).toEqual([
      ['Date', 'What', 'Note', 'From'],
      ['17 Nov 2026', 'Suspended for 1 day', '1 of 45 school days used this school year', 'Education'],
    ]);
    const asked = gateway.asked.filter(({ name }) => name !== 'SignedIn');
    expect(asked.map(({ name, headers }) => [name, headers['hub-export']]).sort()).toEqual([
      ['ChildCare', 'file'],
      ['ChildHead', 'file'],
      ['ChildSchool', 'file'],
    ]);
    expect(await (await gateway.get('/children/c1')).text()).toContain(`href="${path}"`);
  });

  it('is no file where nothing could be asked, and says none only where all of it is seen', async () => {
    const none = () => ({ data: { child: { id: 'c1', education: null, virtualSchool: null } } });
    gateway.answers['ChildSchool'] = none;
    const answer = await gateway.get(path);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([503, null]);
    gateway.answers['ChildCare'] = () => ({ data: { child: { id: 'c1', health: null, socialCare: null } } });
    expect((await linesOf(await gateway.get(path)))[linesBefore + 1]?.[0]).toBe('None recorded');
  });

  it('of a child who is not there is the page’s own answer', async () => {
    gateway.answers['ChildHead'] = () => ({ data: { child: null } });
    const bodies = await Promise.all(
      [path, '/children/c1'].map(async (one) => {
        const answer = await gateway.get(one);
        expect(answer.status).toBe(404);
        return (await answer.text()).replaceAll(/name="token" value="[^"]+"/g, '');
      }),
    );
    expect(bodies[0]).toBe(bodies[1]);
  });
});
