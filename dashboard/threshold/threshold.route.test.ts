import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { schoolOptions } from '../component/school-select.js';
import { gate, reading } from '../arriving.test-support.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const schools = [
  { urn: '900001', name: 'Alder Bank Primary School' },
  { urn: '900002', name: 'Castle Hill High School' },
];
const list = { pageInfo: { hasNextPage: true, endCursor: 'next' }, edges: [] };

beforeEach(() => {
  gateway.forget();
  gateway.answers['ThresholdsPage'] = () => ({ data: { schools, attendanceThresholds: list } });
});

const page = async (address: string): Promise<string> => (await gateway.get(address)).text();
const pageAsked = () => gateway.asked.filter(({ name }) => name !== 'SignedIn');
const filterAsked = (): unknown => pageAsked().at(-1)?.variables['filter'];
/** What can be chosen; the chosen one with an asterisk. */
const choices = (html: string): string[] => {
  const select = /<select[^>]*name="school".*?<\/select>/s.exec(html)?.[0] ?? '';
  return [...select.matchAll(/<option([^>]*)>([^<]*)/g)].map(
    ([, attributes = '', text = '']) => `${attributes.includes(' selected') ? '*' : ''}${text}`,
  );
};

describe('the school of the thresholds', () => {
  it('is chosen by its name, of those that the gateway tells with the list', async () => {
    expect(choices(await page('/thresholds'))).toEqual([
      '*All',
      'Alder Bank Primary School',
      'Castle Hill High School',
    ]);
    expect([filterAsked(), pageAsked()]).toMatchObject([{}, [{ name: 'ThresholdsPage' }]]);
    const html = await page('/thresholds?school=900002');
    expect(choices(html)).toEqual(['All', 'Alder Bank Primary School', '*Castle Hill High School']);
    expect(filterAsked()).toEqual({ schoolUrn: '900002' });
    expect(html).not.toContain('to choose from');
    expect(html).toContain('/thresholds?kind=&amp;school=900002&amp;after=next');
  });

  it('that is none of them is asked for by its number, and the page says so in a sentence', async () => {
    const html = await page('/thresholds?school=900009');
    expect(html).toContain(
      'URN 900009 is none of the schools to choose from: what was reached at a school of that number is shown.',
    );
    expect(choices(html).at(-1)).toBe('*URN 900009');
    expect(filterAsked()).toEqual({ schoolUrn: '900009' });
  });

  it('that is no number is left out, and never asked for', async () => {
    const html = await page('/thresholds?school=%3Cscript%3E');
    expect(html).toContain('A part of the address is not known and was left out.');
    expect(html).not.toContain('script');
    expect(filterAsked()).toEqual({});
  });

  it('stays chosen where nobody could say which there are, which is said', async () => {
    const path = ['schools'];
    const errors = [{ message: 'No.', path, extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'EDUCATION' } }];
    gateway.answers['ThresholdsPage'] = () => ({ data: { schools: null, attendanceThresholds: list }, errors });
    const html = await page('/thresholds?school=900002');
    expect(choices(html)).toEqual(['All', '*URN 900002']);
    expect(html).toContain('We could not ask education just now which schools there are.');
    expect(html).not.toContain('to choose from');
  });

  it('is not asked about for a file', async () => {
    const whole = { ...list, pageInfo: { hasNextPage: false, endCursor: null } };
    gateway.answers['ThresholdsPage'] = () => ({ data: { attendanceThresholds: whole } });
    await gateway.get('/thresholds.csv?school=900002');
    expect(pageAsked().map(({ variables }) => [variables['schools'], variables['filter']])).toEqual([
      [false, { schoolUrn: '900002' }],
    ]);
  });
});

describe('schools to choose from', () => {
  it('of one name are told apart by their numbers', () => {
    const named = [...schools, { urn: '900003', name: 'Castle Hill High School' }];
    expect(schoolOptions({ schools: named, value: null, first: 'All' }).map(({ text }) => text)).toEqual([
      ...['All', 'Alder Bank Primary School', 'Castle Hill High School (URN 900002)'],
      'Castle Hill High School (URN 900003)',
    ]);
  });
});

describe('a page of thresholds whose list is late', () => {
  const hurried = { patience: () => Promise.resolve() };
  const whole = { data: { schools, attendanceThresholds: list } };
  const withoutToken = (html: string): string => html.replaceAll(/name="token" value="[^"]+"/g, '');

  it('begins without it, and is the same page in the end', async () => {
    const slow = gate<object>();
    gateway.answers['ThresholdsPage'] = () => slow.opened;
    const answer = await gateway.signedIn(hurried).get('/thresholds');
    expect(answer.status).toBe(200);
    const arriving = reading(answer);
    expect(await arriving.until('Attendance thresholds</h1>')).not.toContain(
      '<select class="govuk-select" id="school"',
    );
    slow.open(whole);
    const late = await arriving.rest();
    gateway.answers['ThresholdsPage'] = () => whole;
    expect(withoutToken(late)).toBe(withoutToken(await page('/thresholds')));
    expect(choices(late)).toHaveLength(3);
  });

  it('says in its place that it could not be asked, or is refused', async () => {
    const refused = { data: null, errors: [{ message: 'no', extensions: { code: 'REFUSED', domain: 'EDUCATION' } }] };
    for (const [came, words] of [
      [[], 'We could not ask education just now.'],
      [refused, 'You do not see this as SENCO'],
    ] as const) {
      const slow = gate<object>();
      gateway.answers['ThresholdsPage'] = () => slow.opened;
      const arriving = reading(await gateway.signedIn(hurried).get('/thresholds'));
      await arriving.until('Attendance thresholds</h1>');
      slow.open(came);
      expect(await arriving.rest()).toMatch(new RegExp(`${words}.*</html>$`, 's'));
    }
  });

  it.each([
    ['with a cursor, which may be another list’s', '/thresholds?after=x', 'INVALID_INPUT', 400],
    ['of somebody whom no menu leads here', '/thresholds', 'REFUSED', 403],
  ])('has not begun %s', async (_, address, code, status) => {
    const me = {
      ...{ name: 'EHC', role: code === 'REFUSED' ? 'ehc-coordinator' : 'senco', purposes: ['EHC_ASSESSMENT'] },
      organisation: { id: '990', name: 'Aldermere', kind: 'local-authority' },
    };
    gateway.answers['SignedIn'] = () => ({ data: { me } });
    gateway.answers['ThresholdsPage'] = () => ({ data: null, errors: [{ message: 'no', extensions: { code } }] });
    expect((await gateway.signedIn(hurried).get(address)).status).toBe(status);
  });
});
