import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const schools = [
  { urn: '900001', name: 'Alder Bank Primary School' },
  { urn: '900002', name: 'Oak “A” School' },
];
const failing = (code: string) => () => ({
  data: { schools: null },
  errors: [{ message: 'No.', path: ['schools'], extensions: { code, domain: 'EDUCATION' } }],
});

beforeEach(() => {
  gateway.forget();
  gateway.answers['Schools'] = () => ({ data: { schools } });
});

const page = async (address: string) => {
  const answer = await gateway.get(address);
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
};
const choices = (html: string): string[] =>
  [
    ...(/<select[^>]*name="urn".*?<\/select>/s.exec(html)?.[0] ?? '').matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g),
  ].map(([, value = '', text = '']) => `${value} ${text}`);

describe('which school', () => {
  it('is chosen by its name, of those that the gateway tells, within one question', async () => {
    const { status, html } = await page('/schools');
    expect(status).toBe(200);
    expect(choices(html)).toEqual([' Choose a school', '900001 Alder Bank Primary School', '900002 Oak “A” School']);
    expect(html).not.toContain('<details class="govuk-details" open');
    expect(gateway.asked.filter(({ name }) => name !== 'SignedIn').map(({ name }) => name)).toEqual(['Schools']);
  });

  it('leads to its page, from the list and by its number', async () => {
    for (const address of ['/schools?urn=900002', '/schools?number=900002']) {
      const { status, to } = await page(address);
      expect([status, to]).toEqual([303, '/schools/900002']);
    }
  });

  it('is asked for again where none was chosen, or no number typed', async () => {
    const none = await page('/schools?urn=');
    expect(none.status).toBe(400);
    expect(none.html).toContain('href="#urn">Choose a school.');
    const typed = await page('/schools?number=Oak');
    expect(typed.status).toBe(400);
    expect(typed.html).toContain('href="#number">Enter the school’s URN in digits.');
    expect(typed.html).toContain('<details class="govuk-details" open');
    expect(typed.html).toContain('value="Oak"');
    expect((await page('/schools?number=')).html).toContain('Enter the school’s URN in digits.');
  });

  it('is said by its number where nobody could say which there are: that is not none', async () => {
    gateway.answers['Schools'] = failing('SUBGRAPH_UNAVAILABLE');
    const { status, html } = await page('/schools');
    expect(status).toBe(200);
    expect(html).toContain('We could not ask education just now which schools there are.');
    expect(html).toContain('name="number"');
    expect(choices(html)).toEqual([]);
    gateway.answers['Schools'] = () => ({ data: { schools: [] } });
    const none = await page('/schools');
    expect(none.html).toContain('No school’s registers are held yet.');
    expect(none.html).not.toContain('could not ask');
  });

  it('is nothing to a role that reads no schools', async () => {
    gateway.answers['Schools'] = failing('REFUSED');
    expect((await page('/schools')).status).toBe(403);
  });
});
