import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { rolePrefix } from '../support/templates.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

/** An entry as a hub held it whose entries had one day of telling. */
async function held(status: string, statusOn: string, toldOn: string | null): Promise<string> {
  const child = await arrangeChild(hub.admin, []);
  await hub.admin.query(
    'update health.waiting_list_entry set status = $2, status_on = $3, referrer_told_on = $4 where child_id = $1',
    [child, status, statusOn, toldOn],
  );
  return child;
}

describe('a hub that kept one day of telling for each entry', () => {
  it('keeps it as a telling of how the entry ended, or that it was accepted', async () => {
    await hub.admin.query(
      'drop table health.referrer_told; alter table health.waiting_list_entry add column referrer_told_on date',
    );
    const [ended, before, waits, untold] = [
      await held('DISCHARGED', '2026-10-01', '2026-10-01'),
      await held('DISCHARGED', '2026-10-01', '2026-09-30'),
      await held('BOOKED', '2026-10-01', '2026-10-09'),
      await held('REJECTED', '2026-10-01', null),
    ];
    const owner = roleNames(rolePrefix).owner(Domain.HEALTH);
    await migrateAgain(hub.admin, 'subgraphs/health/migrations', owner, 'referrer_told');
    const { rows } = await hub.admin.query<{ child_id: string; said: string }>(
      `select child_id, outcome || ' ' || told_on as said from health.referrer_told`,
    );
    expect(new Map(rows.map(({ child_id, said }) => [child_id, said]))).toEqual(
      new Map([
        [ended, 'DISCHARGED 2026-10-01'],
        [before, 'ACCEPTED_WAITING 2026-09-30'],
        [waits, 'ACCEPTED_WAITING 2026-10-09'],
      ]),
    );
    expect(rows.map(({ child_id }) => child_id)).not.toContain(untold);
  });

  it('keeps row-level security forced on what was changed', async () => {
    const { rows } = await hub.admin.query<{ relname: string }>(
      `select relname from pg_class
       where oid in ('health.referrer_told'::regclass, 'health.waiting_list_entry'::regclass) and relforcerowsecurity`,
    );
    expect(rows).toHaveLength(2);
  });
});
