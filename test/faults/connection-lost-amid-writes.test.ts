import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const clinician: As = { persona: 'camhs-clinician' };
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

/** An entry that waits at CAMHS. */
async function waiting(): Promise<string> {
  const child = await arrangeChild(hub.admin, [{ basis: 'REFERRAL', grantee: 'org:XAC01' }]);
  const { rows } = await hub.admin.query<{ id: string }>(
    `with e as (select id, child_id from health.waiting_list_entry where child_id = $1),
       c as (insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
         select id, child_id, 'ACCEPTED_WAITING', '2026-09-01', 'file' from e)
     select id from e`,
    [child],
  );
  return rows[0]?.id ?? '';
}

/** Every connection of the hub's that waits for a lock. */
async function blocked(): Promise<number[]> {
  const { rows } = await hub.admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.map(({ pid }) => pid);
}

async function ledger(id: string, key: string) {
  const { rows } = await hub.admin.query(
    `select (select count(*)::int from health.waiting_list_change where entry_id = $1) steps,
       (select version from health.waiting_list_entry where id = $1) "version",
       (select count(*)::int from health.idempotency where key = $2) "keys"`,
    [id, key],
  );
  return rows[0] as unknown;
}

describe('a change whose connection is lost while it is under way', () => {
  it('is answered as one of which nobody knows, is not half made, and is made once when it is sent again', async () => {
    const id = await waiting();
    const input = { id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', idempotencyKey: randomUUID() };
    const before = { steps: 1, version: 1, keys: 0 };
    const send = () => hub.post(clinician, update, { input });
    const holder = new Client({ connectionString: hub.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from health.waiting_list_entry where id = $1 for update', [id]);
    // More than may write at a time: a connection that broke is not handed out again.
    for (let time = 0; time < 5; time++) {
      const sent = send();
      while ((await blocked()).length === 0) await delay(20);
      for (const pid of await blocked()) await hub.admin.query('select pg_terminate_backend($1)', [pid]);
      const { body } = await sent;
      expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
      expect(await ledger(id, input.idempotencyKey)).toEqual(before);
    }
    await holder.query('commit');
    await holder.end();
    for (let time = 0; time < 2; time++) {
      expect((await send()).body.data).toMatchObject({
        updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated', entry: { status: 'BOOKED', version: 2 } },
      });
      expect(await ledger(id, input.idempotencyKey)).toEqual({ steps: 2, version: 2, keys: 1 });
    }
  });

  it('and which waits too long for another is answered so as well, and leaves its connection whole', async () => {
    const id = await waiting();
    const input = { id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', idempotencyKey: randomUUID() };
    const holder = new Client({ connectionString: hub.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from health.waiting_list_entry where id = $1 for update', [id]);
    const { body } = await hub.post(clinician, update, { input });
    expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    await holder.query('commit');
    await holder.end();
    const { rows } = await hub.admin.query(
      `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and pid <> pg_backend_pid()`,
    );
    expect(rows).toEqual([]);
    expect((await hub.post(clinician, update, { input })).body.data).toMatchObject({
      updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated' },
    });
  });
});

describe('changes that are written together, one statement of which the database refuses', () => {
  const updateAll = operations().find(({ name }) => name === 'update-waiting-list-entries')?.text ?? '';
  // Each among others that are on their way by then: before it, and after it.
  it.each(['waiting_list_change', 'wait_interval', 'outbox'] as const)('(%s) are none of them made', async (table) => {
    const ids = [await waiting(), await waiting(), await waiting()];
    const inputs = ids.map((id) => ({
      ...{ id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', idempotencyKey: randomUUID() },
    }));
    const all = () => Promise.all(inputs.map(({ id, idempotencyKey }) => ledger(id, idempotencyKey)));
    await hub.admin.query(
      `create function health.refused() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
       create trigger refused before insert on health.${table} for each row execute function health.refused()`,
    );
    const { body } = await hub.post(clinician, updateAll, { inputs });
    await hub.admin.query('drop function health.refused cascade');
    expect([body.data, body.errors]).toMatchObject([
      { updateWaitingListEntries: null },
      [{ extensions: { code: 'DEFECT' } }],
    ]);
    expect(await all()).toEqual(ids.map(() => ({ steps: 1, version: 1, keys: 0 })));
    const again = (await hub.post(clinician, updateAll, { inputs })).body.data?.['updateWaitingListEntries'];
    expect(again).toMatchObject(ids.map(() => ({ __typename: 'WaitingListEntryUpdated' })));
    expect(await all()).toEqual(ids.map(() => ({ steps: 2, version: 2, keys: 1 })));
  });
});
