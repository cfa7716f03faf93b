import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { rolePrefix } from '../support/templates.js';

let hub: TestHub;
const owner = roleNames(rolePrefix).owner(Domain.SOCIAL_CARE);

const hold = (id: string, status: string, from: string, until: string | null) =>
  hub.admin.query(`insert into social_care.status_interval values ($1, 'test', $2 || $3, $2, $3::date, $4)`, [
    id,
    status,
    from,
    until,
  ]);
const allocate = (id: string, from: string, until: string | null) =>
  hub.admin.query(
    `insert into social_care.allocation (child_id, council, worker_id, held_from, held_until) values ($1, '990', 'w', $2, $3)`,
    [id, from, until],
  );

/** The days of presence, as stored. */
async function presence(id: string): Promise<unknown[]> {
  const { rows } = await hub.admin.query<{ from: string; until: string | null }>(
    `select held_from::text as from, held_until::text as until from social_care.social_worker_presence where child_id = $1 order by 1`,
    [id],
  );
  return rows.map(({ from, until }) => [from, until]);
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query('alter table social_care.allocation drop column role, drop column manager_id');
});

afterAll(() => hub.close());

describe('a hub in which any plan stood for a social worker', () => {
  const [planned, cared, assessed, stranger] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    await hold(planned, 'CHILD_IN_NEED', '2025-01-06', null);
    await allocate(planned, '2025-02-03', '2025-03-03');
    await hold(cared, 'CHILD_PROTECTION', '2025-01-06', '2025-04-07');
    await hold(cared, 'LOOKED_AFTER', '2025-04-07', '2025-09-01');
    await allocate(cared, '2025-08-04', '2025-10-06');
    await hold(cared, 'PREVIOUSLY_LOOKED_AFTER', '2025-12-01', null);
    await hold(assessed, 'ASSESSMENT', '2025-01-06', null);
    // What any status made of it, and what nothing that is held makes of it any more.
    for (const id of [planned, cared, assessed, stranger])
      await hub.admin.query(`insert into social_care.social_worker_presence values ($1, '2025-01-06', null)`, [id]);
    await migrateAgain(hub.admin, 'subgraphs/social-care/migrations', owner, 'worker_role');
  });

  it('knows of one, once it is migrated, where one was allocated and through protection and care', async () => {
    expect(await presence(planned)).toEqual([['2025-02-03', '2025-03-03']]);
    expect(await presence(cared)).toEqual([['2025-01-06', '2025-10-06']]);
    expect(await presence(assessed)).toEqual([]);
    expect(await presence(stranger)).toEqual([]);
  });

  it('takes whoever was listed before as a social worker, of a team without a manager', async () => {
    const { rows } = await hub.admin.query('select distinct role, manager_id from social_care.allocation');
    expect(rows).toEqual([{ role: 'SOCIAL_WORKER', manager_id: null }]);
  });

  it('keeps row-level security forced on what was changed', async () => {
    const { rows } = await hub.admin.query(
      `select distinct relrowsecurity and relforcerowsecurity as forced from pg_class
       where oid in ('social_care.allocation'::regclass, 'social_care.status_interval'::regclass, 'social_care.social_worker_presence'::regclass)`,
    );
    expect(rows).toEqual([{ forced: true }]);
  });
});
