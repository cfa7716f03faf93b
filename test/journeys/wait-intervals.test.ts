import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { type Line, listed, numberOf, pupil, type Pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { rolePrefix } from '../support/templates.js';

const clinician = { persona: 'camhs-clinician' } as const;
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** The days of everything that is listed of a child, as they are stored. */
async function daysOf(of: Pupil): Promise<string[]> {
  const { rows } = await hub.admin.query<{ said: string }>(
    `select concat_ws(' ', w.status, w.held_from, coalesce(w.held_until::text, '-'), w.waiting, w.received_on) said
     from health.wait_interval w join health.waiting_list_entry e on e.id = w.entry_id
     where e.entry_ref = $1 order by w.held_from`,
    [`REF-${of.upn}`],
  );
  return rows.map(({ said }) => said);
}

const list = (of: Pupil, status: string, on: string, over: Line = {}) =>
  take(hub, 'waiting-list', [listed(of, status, { status_on: on, ...over })]);

describe('the days on which an entry stood where', () => {
  const [byFiles, byHand, closed, error, relisted] = [pupil(1), pupil(2), pupil(3), pupil(4), pupil(5)];

  beforeAll(async () => {
    for (const one of [byFiles, byHand, closed, error, relisted]) await list(one, 'TRIAGE', '2026-09-14');
    await list(byFiles, 'ACCEPTED_WAITING', '2026-10-05');
    await list(closed, 'DISCHARGED', '2026-10-05', { reason: 'Moved away' });
    await list(error, 'ENTERED_IN_ERROR', '2026-10-05');
    await settle(hub);
  });

  it('follow a provider’s files, from the day of receipt', async () => {
    expect(await daysOf(byFiles)).toEqual([
      'REFERRED 2026-09-07 2026-09-14 t 2026-09-07',
      'TRIAGE 2026-09-14 2026-10-05 t 2026-09-07',
      'ACCEPTED_WAITING 2026-10-05 - t 2026-09-07',
    ]);
  });

  it('follow a change by hand, in the very write', async () => {
    const { rows } = await hub.admin.query<{ id: string }>(
      'select id from health.waiting_list_entry where entry_ref = $1',
      [`REF-${byHand.upn}`],
    );
    const input = { id: rows[0]?.id, expectedVersion: 1, to: 'ACCEPTED_WAITING', effectiveOn: '2026-11-20' };
    const { body } = await hub.post(clinician, update, { input: { ...input, idempotencyKey: 'days' } });
    expect(body.errors).toBeUndefined();
    expect(await daysOf(byHand)).toEqual([
      'REFERRED 2026-09-07 2026-09-14 t 2026-09-07',
      'TRIAGE 2026-09-14 2026-11-20 t 2026-09-07',
      'ACCEPTED_WAITING 2026-11-20 - t 2026-09-07',
    ]);
  });

  it('go with an entry whose provider lists it under another child’s number', async () => {
    await list(relisted, 'TRIAGE', '2026-09-14', { nhs_number: numberOf(pupil(6)) });
    const { rows } = await hub.admin.query<{ apart: string }>(
      `select count(*) apart from health.wait_interval w join health.waiting_list_entry e on e.id = w.entry_id
       where w.child_id <> e.child_id`,
    );
    expect(rows).toEqual([{ apart: '0' }]);
    expect(await daysOf(relisted)).toHaveLength(2);
  });

  it('are worked out of what a hub held before as they are by every write since', async () => {
    const all = async (): Promise<object[]> =>
      (await hub.admin.query<object>('select * from health.wait_interval order by 1, 2')).rows;
    const kept = await all();
    expect(kept.length).toBeGreaterThan(9);
    await hub.admin.query('drop table health.wait_interval');
    await hub.admin.query('drop index health.waiting_list_entry_received');
    for (const name of ['wait_intervals', 'breached_clocks'])
      await migrateAgain(hub.admin, 'subgraphs/health/migrations', roleNames(rolePrefix).owner(Domain.HEALTH), name);
    expect(await all()).toEqual(kept);
  });
});
