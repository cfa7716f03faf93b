import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

type Row = Readonly<Record<string, string>>;

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const [old, current] = ['9990000018', '9990000026'];
const person = { surname: 'Quillfeather', forename: 'Thessaly', dob: '2015-05-01', sex: 'F', postcode: 'ZZ99 9ZZ' };

const entry = (provider: string, nhsNumber: string, over: Row = {}): Row => ({
  ...{ provider_ods: provider, provider_name: '', entry_ref: `${provider}-1`, nhs_number: nhsNumber, ...person },
  ...{ service: 'CAMHS', status: 'ACCEPTED_WAITING', status_on: '2026-09-01', priority: '', received_on: '2026-06-01' },
  ...{ next_step: '', next_appointment_on: '', support_while_waiting: '', referred_by: '', reason: '' },
  ...{ clinician_name: '', ...over },
});

async function list(row: Row): Promise<void> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-superseded-')), 'waiting-list.csv');
  writeFileSync(file, `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
  expect(await ingestFiles(hub.assembly, 'waiting-list', [file])).toMatchObject({ read: 1, rejected: {}, review: 0 });
  await settle(hub);
}

/** The id that the record of a provider's list is shown by. */
async function shown(provider: string, nhsNumber: string): Promise<string | undefined> {
  const { rows } = await hub.admin.query<{ shown: string }>(
    `select coalesce(a.canonical, s.child_id) shown from partnership.source_record s
     left join access.child_alias a on a.held = s.child_id where s.source = $1 and s.source_key = $2`,
    [`waiting-list:${provider}`, nhsNumber],
  );
  return rows[0]?.shown;
}

/** How many entries a provider's clinician sees of the child whom a number leads to; null where it leads to nobody. */
async function waiting(provider: string, nhsNumber: string): Promise<number | null> {
  const { body } = await hub.post(
    { persona: 'camhs-clinician', provider },
    'query By($value: String!) { childByIdentifier(type: NHS_NUMBER, value: $value) { health { waiting { id } } } }',
    { value: nhsNumber },
  );
  expect(body.errors).toBeUndefined();
  const child = body.data?.['childByIdentifier'] as { health: { waiting: unknown[] } } | null;
  return child?.health.waiting.length ?? null;
}

describe('a child whom another provider holds by the old NHS number', () => {
  it('is not the child of a list that only says the new one: nobody has two', async () => {
    await list(entry('ZXA01', old));
    await list(entry('ZXB02', current));
    expect(await shown('ZXB02', current)).not.toBe(await shown('ZXA01', old));
    expect(await waiting('ZXB02', current)).toBe(1);
    expect(await waiting('ZXB02', old)).toBeNull();
  });
});

describe('a list that says which number was superseded', () => {
  const [before, after] = ['9990000034', '9990000042'];
  const other = { forename: 'Peregrine', surname: 'Featherstonehaugh', postcode: 'ZZ99 8ZZ' };

  it('leads both numbers to the one child, each provider’s entries among the others’', async () => {
    await list(entry('ZXA01', before, { ...other, entry_ref: 'ZXA01-2' }));
    await list(entry('ZXB02', after, { ...other, entry_ref: 'ZXB02-2', former_nhs_number: before }));
    expect(await shown('ZXB02', after)).toBe(await shown('ZXA01', before));
    for (const number of [before, after]) {
      expect(await waiting('ZXA01', number)).toBe(2);
      expect(await waiting('ZXB02', number)).toBe(2);
    }
  });

  it('is followed by whoever has only the new number since', async () => {
    await list(entry('ZXC03', after, { ...other, entry_ref: 'ZXC03-2' }));
    expect(await waiting('ZXC03', after)).toBe(3);
  });

  it('keeps the entry of a provider that changes the number itself', async () => {
    await list(entry('ZXA01', after, { ...other, entry_ref: 'ZXA01-2', former_nhs_number: before }));
    expect(await shown('ZXA01', after)).toBe(await shown('ZXA01', before));
    expect(await waiting('ZXA01', after)).toBe(3);
  });

  it('names the number in force last on its record', async () => {
    const { rows } = await hub.admin.query<{ identifiers: { value: string }[] }>(
      `select identifiers from partnership.source_record where source = 'waiting-list:ZXB02' and source_key = $1`,
      [after],
    );
    expect(rows[0]?.identifiers.map(({ value }) => value)).toEqual([before, after]);
  });
});
