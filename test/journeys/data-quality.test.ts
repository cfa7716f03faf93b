import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { operations } from '../../cli/schema-files.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import { roll } from '../support/review.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const dir = mkdtempSync(path.join(tmpdir(), 'hub-quality-'));

beforeAll(async () => {
  hub = await testHub();
});
afterAll(async () => {
  await hub.close();
  rmSync(dir, { recursive: true, force: true });
});

const good = { ...roll, upn: 'N990200121001', surname: 'Okafor', forename: 'Thaddeus', dob: '2015-02-11' };
const wrongLetter = { ...good, upn: 'A990200121001' };
const wrongDate = { ...good, entry_date: '04/09/2019' };

/** Takes in a file; true where it was refused as a whole. */
async function take(rows: readonly Readonly<Record<string, string>>[], name = 'census.csv', dryRun = false) {
  const file = path.join(dir, name);
  const [first = good] = rows;
  writeFileSync(
    file,
    [Object.keys(first), ...rows.map((row) => Object.values(row))].map((row) => `${row.join(',')}\n`).join(''),
  );
  const refused = await ingestFiles(hub.assembly, 'school-census', [file], { dryRun }).then(
    () => false,
    () => true,
  );
  await settle(hub);
  return refused;
}

interface Quality {
  readonly source: string;
  readonly lastReceived: string | null;
  readonly deliveredAt: string;
}

async function ask(name: string, variables: object = {}): Promise<unknown> {
  const text = operations().find((operation) => operation.name === name)?.text ?? '';
  const { body } = await hub.post({ persona: 'integrator' }, text, { ...variables });
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0];
}

const census = async (): Promise<Quality | undefined> =>
  ((await ask('data-quality')) as Quality[]).find(({ source }) => source === 'school-census');
const linesOf = (variables: object = {}) => ask('rejected-lines', { source: 'school-census', ...variables });

describe('what came of a source’s files', () => {
  it('is told when a file has come, by rule, with its lines and no value', async () => {
    expect(await census()).toBeUndefined();
    expect(await take([good, wrongLetter, wrongDate])).toBe(false);
    const told = await census();
    expect(told).toMatchObject({
      ...{ domain: 'EDUCATION', received: 3, accepted: 2, rejected: 1, stale: false },
      byRule: [
        { rule: 'date-not-iso', message: 'entry_date is not a date written yyyy-mm-dd.', whole: true, count: 1 },
        { rule: 'upn-check-letter', message: 'The check letter of upn is wrong.', whole: false, count: 1 },
      ],
    });
    const lines = await linesOf();
    expect(lines).toMatchObject([
      { file: 'census.csv', line: 3, rule: 'upn-check-letter', whole: false },
      { file: 'census.csv', line: 4, rule: 'date-not-iso', whole: true },
    ]);
    expect(JSON.stringify([told, lines])).not.toMatch(/okafor|thaddeus|990200121001|2015-02-11/i);
    // It is work, and no part of what the hub holds.
    const digests = await digestsOf(hub);
    await hub.admin.query('delete from partnership.source_quality; delete from education.source_delivery');
    expect(await digestsOf(hub)).toEqual(digests);
  });

  it('is told page by page', async () => {
    await take([good, wrongLetter, wrongDate]);
    const [first] = (await linesOf({ first: 1 })) as { id: string; line: number }[];
    expect(first?.line).toBe(3);
    expect(await linesOf({ first: 1, after: first?.id })).toMatchObject([{ line: 4 }]);
    expect(await linesOf({ first: 1, after: '1' })).toEqual([]);
  });

  it('is of the last files alone, whatever they are called', async () => {
    await take([good], 'next.csv');
    expect(await census()).toMatchObject({ received: 1, accepted: 1, rejected: 0, byRule: [] });
    expect(await linesOf()).toEqual([]);
  });

  it('says that a file came of which nothing was taken, and that its source did not arrive', async () => {
    const before = await census();
    expect(await take([wrongDate])).toBe(true);
    const after = await census();
    expect(after).toMatchObject({ received: 1, accepted: 0, rejected: 1, lastReceived: before?.lastReceived });
    expect(after?.deliveredAt).not.toBe(before?.deliveredAt);
  });

  it('is not changed by a file that is only tried', async () => {
    const before = await census();
    await take([good, good], 'tried.csv', true);
    expect(await census()).toEqual(before);
  });

  it('is late once it is later than agreed', async () => {
    await take([good]);
    expect(await census()).toMatchObject({ stale: false });
    await hub.admin.query(
      `update education.source_receipt set last_received = now() - expected_every - interval '1 minute'`,
    );
    await take([wrongDate]);
    expect(await census()).toMatchObject({ stale: true, received: 1 });
  });
});
