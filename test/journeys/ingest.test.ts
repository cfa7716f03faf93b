import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

const year = 2027;

const files = (dir: string): readonly (readonly [string, readonly string[], { readonly year?: number }])[] =>
  (
    [
      ['gias', ['gias.csv']],
      ['school-calendar', ['school-calendar.csv']],
      ['school-census', ['school-census.csv']],
      ['attendance', ['attendance-2025-26.csv', 'attendance.csv']],
      ['suspensions', ['suspensions.csv']],
      ['case-list', ['case-list.csv']],
      ['cin-census', ['cin-census.xml']],
      ['ssda903', ['ssda903-header.csv', 'ssda903-episodes.csv']],
      ['waiting-list', ['waiting-list-XAC01.csv', 'waiting-list-XSL02.csv']],
      ['peps', ['peps.csv']],
      ['school-people', ['school-people.csv']],
    ] as const
  ).map(
    ([source, names]) =>
      [source, names.map((name) => path.join(dir, name)), source === 'ssda903' ? { year } : {}] as const,
  );

describe('the sample area', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await testHub({ area: true });
  });
  afterAll(() => hub.close());

  it('taken in again writes nothing, whatever the source', async () => {
    const before = await digestsOf(hub);
    for (const [source, paths, of] of files(hub.sampleDir)) {
      const counts = await ingestFiles(hub.assembly, source, paths, of);
      expect(counts.read).toBeGreaterThan(0);
      expect([source, counts.written]).toEqual([source, 0]);
    }
    expect(await digestsOf(hub)).toEqual(before);
  });

  it('taken in with an interruption, and then again, ends in the same state', async () => {
    const interrupted = await testHub();
    try {
      for (const [source, paths, of] of files(hub.sampleDir)) {
        const powerCut = ({ done, batches }: { done: number; batches: number }): void => {
          if (done === Math.ceil(batches / 2)) throw new Error('the power went out');
        };
        const cut = ingestFiles(interrupted.assembly, source, paths, {
          ...of,
          batch: { people: 7, facts: 300 },
          onProgress: powerCut,
        });
        await expect(cut).rejects.toThrow('the power went out');
        await ingestFiles(interrupted.assembly, source, paths, of);
      }
      await settle(interrupted);
      expect(await digestsOf(interrupted)).toEqual(await digestsOf(hub));
    } finally {
      await interrupted.close();
    }
  });

  it('has a digest that a changed fact changes, and an operator who may read nothing else', async () => {
    const before = await digestsOf(hub);
    await hub.admin.query(
      `update health.waiting_list_entry set next_step = 'Something else' where id = (select id from health.waiting_list_entry order by id limit 1)`,
    );
    const after = await digestsOf(hub);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['health']);
  });

  it('keeps of what it could not take the place and the rule, never the value', async () => {
    const { rows } = await hub.admin.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'education' and table_name = 'reject' order by 1`,
    );
    expect(rows.map(({ column_name }) => column_name)).toEqual([
      'at',
      'file',
      'id',
      'line',
      'reason',
      'rule',
      'source',
      'whole',
    ]);
  });
});

const shared = process.env['SHARED_DATA'];
const withShared = shared && existsSync(shared) ? describe : describe.skip;
if (withShared === describe.skip) process.stderr.write('SKIPPED third-party files: SHARED_DATA is not set.\n');

withShared('files that nobody on our team wrote', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await testHub();
  });
  afterAll(() => hub.close());

  it('takes in the CIN census: every child, and none of the identifiers that fail their check', async () => {
    const counts = await ingestFiles(hub.assembly, 'cin-census', [
      path.join(shared ?? '', 'csc-validator-be-cin/fake_CIN_data.xml'),
    ]);
    expect(counts.read).toBe(332);
    const { rows } = await hub.admin.query<{ children: number; upns: number }>(
      `select (select count(*)::int from partnership.child) children, (select count(*)::int from partnership.identifier where type = 'UPN') upns`,
    );
    expect(rows).toEqual([{ children: 332, upns: 12 }]);
  });

  it('takes in the SSDA903 return: every child, and the identifiers that pass', async () => {
    const folder = path.join(shared ?? '', 'csc-validator-be-903');
    const files = [path.join(folder, 'header.csv'), path.join(folder, 'episodes.csv')];
    const counts = await ingestFiles(hub.assembly, 'ssda903', files, { year: 2018 });
    expect(counts.written).toBeGreaterThan(1000);
    const { rows } = await hub.admin.query<{ upns: number }>(
      `select count(*)::int upns from partnership.identifier where type = 'UPN'`,
    );
    expect(rows[0]?.upns).toBe(12 + 106);
  });
});
