import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { settle } from '../support/settle.js';
import { sees } from '../support/sight.js';
import { rolePrefix } from '../support/templates.js';

const names = roleNames(rolePrefix);
let hub: TestHub;
let child: string;

/** As `hub migrate` does it: the floor first. */
async function migrate(): Promise<void> {
  await migrateAgain(hub.admin, 'platform/access/migrations', names.access, 'two_duties');
  await migrateAgain(
    hub.admin,
    'subgraphs/virtual-school/migrations',
    names.owner(Domain.VIRTUAL_SCHOOL),
    'two_duties',
  );
}

/** What the virtual school is related to a child by. */
async function related(): Promise<string[]> {
  const { rows } = await hub.admin.query<{ basis: string }>(
    `select basis from access.relationship where child_id = $1 and grantee = 'org:990' order by 1`,
    [child],
  );
  return rows.map(({ basis }) => basis);
}

beforeAll(async () => {
  hub = await testHub();
});

beforeEach(async () => {
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [child]);
  await settle(hub);
  expect(await related()).toEqual(['PLAN_DUTY']);
  // As it stood before: copies are kept, the feed has heard everything, and one relationship without an end.
  await hub.admin.query(
    `update access.relationship set basis = 'VIRTUAL_SCHOOL_DUTY', reference = 'duty' where child_id = $1 and basis = 'PLAN_DUTY'`,
    [child],
  );
  await hub.admin.query(
    `insert into access.basis values ('VIRTUAL_SCHOOL', 'VIRTUAL_SCHOOL_DUTY', '^org:[0-9]{3}$', false) on conflict do nothing`,
  );
});

afterAll(() => hub.close());

describe('a hub in which the virtual school had one duty without an end', () => {
  it('has no such relationship, nor the word for it, once it is migrated; its other relationships stand', async () => {
    await migrate();
    expect(await related()).toEqual([]);
    expect(await sees(hub, { persona: 'virtual-school-adviser' }, child)).toBe(false);
    expect(await sees(hub, { persona: 'senco' }, child)).toBe(true);
    const { rowCount } = await hub.admin.query(`select from access.basis where basis = 'VIRTUAL_SCHOOL_DUTY'`);
    expect(rowCount).toBe(0);
  });

  it('relates each child by what its statuses say when the feed has heard all anew', async () => {
    await migrate();
    await settle(hub);
    expect(await related()).toEqual(['PLAN_DUTY']);
    expect(await sees(hub, { persona: 'virtual-school-adviser' }, child)).toBe(true);
    expect(await sees(hub, { persona: 'virtual-school-head' }, child)).toBe(false);
  });

  it('does so of a child of whom what was said is deleted by now', async () => {
    await hub.admin.query(`update social_care.outbox set at = now() - interval '40 days'`);
    const socialCare = await hub.appClient(Domain.SOCIAL_CARE);
    await socialCare.query(`select access.forget_events('SOCIAL_CARE', 1000)`);
    const { rowCount } = await hub.admin.query('select from social_care.outbox where child_id = $1', [child]);
    expect(rowCount).toBe(0);
    await migrate();
    await settle(hub);
    expect(await related()).toEqual(['PLAN_DUTY']);
  });

  it('keeps row-level security forced on what was changed', async () => {
    await migrate();
    const { rows } = await hub.admin.query(
      `select relrowsecurity and relforcerowsecurity as forced from pg_class
       where oid in ('access.relationship'::regclass, 'virtual_school.event_position'::regclass)`,
    );
    expect(rows).toEqual([{ forced: true }, { forced: true }]);
  });
});
