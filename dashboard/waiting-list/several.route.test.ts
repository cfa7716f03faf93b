import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const rowsOf = async (answer: Response): Promise<string[][]> =>
  parse(await answer.text(), { bom: true }).slice(linesBefore);
const name = { given: 'Tamsin', family: 'Adeyemi', preferred: null };
const fault = (code: string, path: string[], domain: string) => ({
  message: 'No.',
  path,
  extensions: { code, domain },
});
const updated = { __typename: 'WaitingListEntryUpdated', entry: { id: 'e1', status: 'ON_HOLD' } };
const refused = { __typename: 'InvalidChange', field: 'reason', because: 'It is too long.' };

/** Somebody who changed four waits of three children together, and where they were led. */
async function changed() {
  gateway.answers['UpdateWaitingListEntries'] = () => ({
    data: { updateWaitingListEntries: [updated, refused, updated, updated] },
  });
  const browser = gateway.signedIn();
  const answer = await browser.post('/waiting-lists/several', {
    ...{ token: await browser.token(), to: 'ON_HOLD', effectiveOn: '2026-11-20', reason: 'Closed.' },
    ...{ 'entry-e1': '4 c1 Tamsin Adeyemi, SALT', 'entry-e2': '4 c1 Tamsin Adeyemi, CAMHS' },
    ...{ 'entry-e3': '4 - A child whom you do not see, CAMHS', 'entry-e4': '4 c4 =Robin, CAMHS' },
    idempotencyKey: 'once',
  });
  return { browser, answer, address: answer.headers.get('location') ?? '' };
}

describe('what came of several waits', () => {
  it('is at an address that says nothing of a child, and is looked at again without being sent again', async () => {
    const { browser, answer, address } = await changed();
    expect(answer.status).toBe(303);
    expect(address).toMatch(/^\/waiting-lists\/several\/[0-9a-f-]{36}$/);
    for (const looked of [await browser.get(address), await browser.get(address)]) {
      const page = await looked.text();
      expect(page).toContain('3 waits of 4 updated');
      expect(page).toContain('Not saved. It is too long.');
      expect(page).toContain(`href="${address}/results.csv"`);
    }
    expect(gateway.asked.filter((one) => one.name === 'UpdateWaitingListEntries')).toHaveLength(1);
  });

  it('is a file of what the hub says of the children now, on record as one', async () => {
    const { browser, address } = await changed();
    const waiting = [{ id: 'e1', service: 'SALT', status: 'ON_HOLD' }];
    gateway.answers['ChildWaits'] = ({ id }) =>
      id === 'c1'
        ? { data: { child: { id, name, health: { waiting } } } }
        : { data: { child: null }, errors: [fault('SUBGRAPH_UNAVAILABLE', ['child'], 'PARTNERSHIP')] };
    gateway.asked = [];
    const answer = await browser.get(`${address}/results.csv`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="several-waits.csv"');
    expect(await rowsOf(answer)).toEqual([
      ['Wait', 'What came of it', 'Stands now'],
      ['Tamsin Adeyemi, Speech and language', 'Now: on hold', 'On hold'],
      ['Tamsin Adeyemi', 'Not saved. It is too long.', 'None that you may see'],
      ['A child whom you do not see', 'Now: on hold', 'None that you may see'],
      [expect.stringContaining('We could not ask'), ...['Now: on hold', expect.stringContaining('We could not ask')]],
    ]);
    // Each child once, and nothing is changed by keeping it.
    expect(gateway.asked.map((one) => [one.name, one.variables['id'], one.headers['hub-export']])).toEqual([
      ['ChildWaits', 'c1', 'file'],
      ['ChildWaits', 'c4', 'file'],
    ]);
  });

  it('does not take health that could not be asked for none', async () => {
    const { browser, address } = await changed();
    gateway.answers['ChildWaits'] = ({ id }) => ({
      data: { child: { id, name, health: null } },
      errors: [fault('SUBGRAPH_UNAVAILABLE', ['child', 'health'], 'HEALTH')],
    });
    const [, first] = await rowsOf(await browser.get(`${address}/results.csv`));
    expect(first?.[2]).toContain('We could not ask health just now.');
  });

  it('is nobody else’s, and the last that was sent alone', async () => {
    const { browser, address } = await changed();
    const others = await changed();
    for (const path of [address, `${address}/results.csv`]) expect((await others.browser.get(path)).status).toBe(404);
    expect((await browser.get(address)).status).toBe(200);
    expect((await browser.get('/waiting-lists/several/another')).status).toBe(404);
  });
});
