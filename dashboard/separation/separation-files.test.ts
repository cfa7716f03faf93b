import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../csv/csv-file.js';
import { StubGateway } from '../stub-gateway.test-support.js';

const gateway = new StubGateway();
beforeAll(() => gateway.start());
afterAll(() => gateway.stop());

const receivedAt = '2026-11-20T09:00:00.000Z';
const record = {
  ...{ id: 'r1', source: 'case-list:990', dateOfBirth: null, postcode: null, identifiers: [], receivedAt },
  name: { given: 'Tamsin', family: '@Adeyemi', preferred: null, previousFamily: [] },
};
const child = { id: 'c1', name: record.name, dateOfBirth: null, recordsVersion: 1, sourceRecords: [record] };
const disclosure = (who: string) => ({
  ...{ at: receivedAt, who, role: 'senco', organisation: '900001', purpose: 'TEAM_AROUND_SCHOOL' },
  ...{ fields: ['HEALTH T3 child.waiting'], outcome: 'FULL' },
});
const separation = (at: string, ...who: string[]) => ({
  ...{ at, by: 'A reviewer', reason: 'Twins.', since: null, disclosures: who.map(disclosure) },
});

beforeEach(() => {
  gateway.forget();
  gateway.answers['SourceRecords'] = () => ({ data: { child } });
  gateway.answers['Separations'] = () => ({ data: { separations: [] } });
});

const rowsOf = async (file: string): Promise<string[][]> =>
  parse(await (await gateway.get(`/separations/c1/${file}.csv`)).text(), { bom: true }).slice(linesBefore);

describe('the records of a child, as files', () => {
  it('have what each source says, and go on record as an export', async () => {
    expect(await rowsOf('records')).toEqual([
      ['Record', 'Name', 'Born', 'Home', 'Last news'],
      ['Social care case list of 990', 'Tamsin @Adeyemi', 'Not said', 'Not said, or not shown', '20 Nov 2026'],
    ]);
    const own = gateway.asked.filter(({ name }) => name !== 'SignedIn');
    expect(own.map(({ headers }) => headers['hub-export'])).toEqual(['file', 'file']);
  });

  it('have who was shown both, of each separation, and say where nobody is known to have been', async () => {
    expect((await rowsOf('disclosures'))[1]?.[0]).toBe('None that you may see');
    gateway.answers['Separations'] = () => ({
      data: {
        separations: [separation('2026-11-25T12:00:00.000Z', 'One', 'Two'), separation(receivedAt, 'Three')],
      },
    });
    expect((await rowsOf('disclosures')).slice(1)).toEqual(
      [
        ...['One', 'Two'].map((who) => ['25 Nov 2026, 12:00pm', '20 Nov 2026, 9:00am', who]),
        ['20 Nov 2026, 9:00am', '20 Nov 2026, 9:00am', 'Three'],
      ].map(([partedAt, when, who]) => [
        ...[partedAt, when, `${String(who)}, 900001, for team around school`, 'SENCO', 'Health: waiting'],
      ]),
    );
  });

  it('are none for whoever is no reviewer, of a child there is not, and of records that could not be asked', async () => {
    const status = async () =>
      Promise.all(
        ['records', 'disclosures'].map(async (file) => (await gateway.get(`/separations/c1/${file}.csv`)).status),
      );
    gateway.answers['SourceRecords'] = () => ({ data: { child: { ...child, sourceRecords: [] } } });
    expect(await status()).toEqual([404, 404]);
    const fault = (path: (number | string)[], code: string) => [{ message: 'No.', path, extensions: { code } }];
    gateway.answers['SourceRecords'] = () => ({
      data: { child: { ...child, sourceRecords: null } },
      errors: fault(['child', 'sourceRecords'], 'SUBGRAPH_UNAVAILABLE'),
    });
    expect(await status()).toEqual([503, 503]);
    gateway.answers['Separations'] = () => ({ data: { separations: null }, errors: fault(['separations'], 'REFUSED') });
    expect(await status()).toEqual([403, 403]);
  });
});
