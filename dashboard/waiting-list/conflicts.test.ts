import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());
beforeEach(() => gateway.forget());

const child = {
  ...{ id: 'c1', dateOfBirth: '2014-05-19' },
  name: { given: '=Tamsin', family: 'Adeyemi', preferred: null },
};
const entry = { id: 'w1', service: 'CAMHS', status: 'BOOKED', version: 4, child };
const values = [
  { field: 'status', file: 'ON_HOLD', hub: 'BOOKED' },
  { field: 'statusOn', file: '2026-11-05', hub: '2026-11-10' },
  { field: 'nextStep', file: null, hub: 'First assessment' },
  { field: 'service', file: 'SALT', hub: 'CAMHS' },
  { field: 'confidential', file: 'Y', hub: null },
  { field: 'referralSource', file: 'GP', hub: 'School' },
];
const conflict = { id: 'k1', since: '2026-11-20T09:00:00Z', entry, values };
const waiting = (found: readonly object[]) => {
  gateway.answers['WaitingListConflicts'] = () => ({ data: { waitingListConflicts: found } });
};
const fault = (code: string, path: string) => ({
  ...{ data: { [path]: null }, errors: [{ message: 'No.', path: [path], extensions: { code, domain: 'HEALTH' } }] },
});

describe('where a file says otherwise', () => {
  it('says of each wait what the two say, in words, on the page and in a file', async () => {
    waiting([conflict]);
    const page = await (await gateway.get('/waiting-lists/conflicts')).text();
    for (const sentence of [
      'Where it stands: the file says On hold, the hub says Booked.',
      'The day it took effect: the file says 5 Nov 2026, the hub says 10 Nov 2026.',
      'Next step: the file says none, the hub says First assessment.',
      'Service: the file says Speech and language, the hub says Mental health (CAMHS).',
      'Confidential: the file says yes, the hub says none.',
      'Referral source: the file says GP, the hub says School.',
    ])
      expect(page).toContain(sentence);
    const rows: string[][] = parse(await (await gateway.get('/waiting-lists/conflicts.csv')).text(), { bom: true });
    expect(rows.slice(linesBefore).map(([whose]) => whose)).toEqual(['Child', "'=Tamsin Adeyemi"]);
    expect(gateway.asked.at(-1)?.headers['hub-export']).toBe('file');
  });

  it('is settled by one press, of the version that was seen', async () => {
    waiting([conflict]);
    const browser = gateway.signedIn();
    const page = await (await browser.get('/waiting-lists/conflicts')).text();
    gateway.answers['SettleConflict'] = () => ({ data: { settleConflict: { ...conflict, taken: 'FILE' } } });
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await browser.post('/waiting-lists/conflicts/k1', {
      ...{ token, take: 'FILE', version: '4', idempotencyKey: 'once' },
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/waiting-lists/conflicts']);
    expect(gateway.asked.find(({ name }) => name === 'SettleConflict')?.variables).toEqual({
      ...{ id: 'k1', take: 'FILE', expectedVersion: 4, idempotencyKey: 'once' },
    });
    gateway.answers['SettleConflict'] = () => fault('CONFLICT', 'settleConflict');
    const late = await browser.post('/waiting-lists/conflicts/k1', { token, take: 'HUB', version: '3' });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Somebody changed it first.')]);
    expect(gateway.asked.at(-1)?.variables).toMatchObject({ take: 'HUB', expectedVersion: 3 });
    const neither = await browser.post('/waiting-lists/conflicts/k1', { token, take: 'BOTH', version: '4' });
    expect(neither.status).toBe(400);
    expect(gateway.asked.filter(({ name }) => name === 'SettleConflict')).toHaveLength(2);
  });

  it('says that there is none, and never where it could not ask or may not', async () => {
    const none = 'No file says otherwise than what was recorded here.';
    waiting([]);
    expect(await (await gateway.get('/waiting-lists/conflicts')).text()).toContain(none);
    gateway.answers['WaitingListConflicts'] = () => fault('SUBGRAPH_UNAVAILABLE', 'waitingListConflicts');
    const text = await (await gateway.get('/waiting-lists/conflicts')).text();
    expect(text).toContain('We could not ask health just now.');
    expect(text).not.toContain(none);
    gateway.answers['WaitingListConflicts'] = () => fault('REFUSED', 'waitingListConflicts');
    for (const path of ['/waiting-lists/conflicts', '/waiting-lists/conflicts.csv'])
      expect((await gateway.get(path)).status).toBe(403);
  });
});
