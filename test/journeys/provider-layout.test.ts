import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const layout = 'Weekly extract';
const line = (column: string, header: string, value = '', provider_ods = 'ZQ7') => ({
  ...{ provider_ods, layout, column, header, value },
});

/** The provider's own list: one header for three of our columns, and no word of which service it is of. */
function extractOf(of: Pupil, attendance: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-extract-')), 'extract.csv');
  const known = listed(of, 'ACCEPTED_WAITING');
  const optional = Object.keys(known).filter(
    (name) => !['provider_ods', 'service', 'nhs_number', 'entry_ref'].includes(name),
  );
  const header = ['Pathway', 'NHS No', 'Outcome', ...optional];
  const row = ['P-17', numberOf(of), attendance, ...optional.map((name) => known[name] ?? '')];
  writeFileSync(file, `${header.join(',')}\n${row.join(',')}\n`);
  return file;
}

describe('a provider’s own headers', () => {
  const lines = [
    ...[line('entry_ref', 'Pathway'), line('nhs_number', 'NHS No'), line('service', '', 'SALT')],
    ...[line('cancelled_by', 'Outcome'), line('was_not_brought', 'Outcome')],
  ];

  it('are not understood before they are told, and are by everybody’s next list then', async () => {
    const file = extractOf(pupil(1), '2');
    await expect(ingestFiles(hub.assembly, 'waiting-list', [file])).rejects.toThrow(
      /its header lacks provider_ods, entry_ref/,
    );
    expect(await take(hub, 'waiting-list-layout', lines)).toMatchObject({ written: 5, unchanged: 0 });
    expect(await ingestFiles(hub.assembly, 'waiting-list', [file])).toMatchObject({ written: 1, rejected: {} });
    const { rows } = await hub.admin.query(
      `select e.provider_ods, e.entry_ref, e.service, c.cancelled_by, c.was_not_brought
       from health.waiting_list_entry e join health.waiting_list_change c on c.entry_id = e.id`,
    );
    expect(rows).toEqual([
      { provider_ods: 'ZQ7', entry_ref: 'P-17', service: 'SALT', cancelled_by: 'FAMILY', was_not_brought: false },
    ]);
  });

  it('told again are nothing new, and are taken back by a row with neither header nor value', async () => {
    expect(await take(hub, 'waiting-list-layout', lines)).toMatchObject({ written: 0, unchanged: 5 });
    expect(await take(hub, 'waiting-list-layout', [line('service', '')])).toMatchObject({ written: 1 });
    await expect(ingestFiles(hub.assembly, 'waiting-list', [extractOf(pupil(1), '')])).rejects.toThrow(/lacks/);
    await take(hub, 'waiting-list-layout', [line('service', '', 'SALT')]);
  });

  it('that two providers’ layouts fit are refused: nobody is put on another’s list by a guess', async () => {
    await take(
      hub,
      'waiting-list-layout',
      lines.map((one) => ({ ...one, provider_ods: 'ZQ8' })),
    );
    await expect(ingestFiles(hub.assembly, 'waiting-list', [extractOf(pupil(2), '')])).rejects.toThrow(
      /fits more than one layout.*ZQ7 Weekly extract, ZQ8 Weekly extract/,
    );
  });

  it('are those of a file’s own where it has them', async () => {
    expect(await take(hub, 'waiting-list', [listed(pupil(3), 'ACCEPTED_WAITING')])).toMatchObject({ written: 1 });
  });
});
