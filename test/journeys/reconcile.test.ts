import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { reconciledOf } from '../support/digests.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { listed, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const provider: As = { persona: 'camhs-clinician' };
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

let hub: TestHub;
let entries: readonly string[];

beforeAll(async () => {
  hub = await testHub();
  await take(
    hub,
    'waiting-list',
    [1, 2, 3].map((n) => listed(pupil(n), 'TRIAGE')),
  );
  await settle(hub);
  const { rows } = await hub.admin.query<{ id: string }>('select id from health.waiting_list_entry order by entry_ref');
  entries = rows.map(({ id }) => id);
});
afterAll(() => hub.close());

const health = async () => (await reconciledOf(hub))['health'];

async function accept(id: string | undefined, key: string = randomUUID()): Promise<void> {
  const input = { id, expectedVersion: 1, idempotencyKey: key, to: 'ACCEPTED_WAITING', effectiveOn: '2026-11-20' };
  const { body } = await hub.post(provider, update, { input });
  expect(body.errors).toBeUndefined();
}

describe('history, audit and events of health', () => {
  it('agree after files and changes by hand, one answered twice and one refused among them', async () => {
    const key = randomUUID();
    await accept(entries[0], key);
    await accept(entries[0], key);
    await accept(entries[1]);
    await accept(entries[1]);
    expect(await health()).toEqual({ steps: 5, unaudited: 0, unsaid: 0 });
  });

  it('are counted where a step has no audit row, or nobody was told of it', async () => {
    await hub.admin.query(
      `insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by)
       select id, child_id, 'TRIAGE', 'ACCEPTED_WAITING', '2026-11-20', 'nobody' from health.waiting_list_entry where id = $1`,
      [entries[2]],
    );
    expect(await health()).toEqual({ steps: 6, unaudited: 1, unsaid: 1 });
  });

  it('are nothing to be counted where a domain keeps no history of steps', async () => {
    const { education } = await reconciledOf(hub);
    expect(education).toBeNull();
  });
});
