import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

it('a notice whose key named a record is of the same fact by a key that names none', async () => {
  const child = await arrangeChild(hub.admin, []);
  const keys = [
    `suspension/${child}/900001/2026-11-09/SUSPENSION`,
    `case-closed/${child}/2026-09-01`,
    `placed/${child}`,
  ];
  await hub.admin.query(
    `alter table partnership.notice drop constraint notice_child_id_domain_fact_key_told_as_key;
     alter table partnership.notice add unique (domain, fact_key, told_as);
     drop policy systems_carry on partnership.notice_mark`,
  );
  await hub.admin.query(
    `insert into partnership.notice (child_id, domain, fact_key, told_as, kind, happened_on, fact, raised_at)
     select $1, 'EDUCATION', unnest($2::text[]), 'TOLD_AS_SCHOOL', 'SUSPENSION', '2026-11-09', 'A fact.', now()`,
    [child, keys],
  );
  const owner = roleNames(rolePrefix).owner(Domain.PARTNERSHIP);
  await migrateAgain(hub.admin, 'subgraphs/partnership/migrations', owner, 'notice_of_a_fact');
  const { rows } = await hub.admin.query<{ fact_key: string }>('select fact_key from partnership.notice order by 1');
  expect(rows.map(({ fact_key }) => fact_key)).toEqual([
    'case-closed/2026-09-01',
    `placed/${child}`,
    'suspension/900001/2026-11-09/SUSPENSION',
  ]);
  const { rows: forced } = await hub.admin.query(
    `select from pg_class where oid = 'partnership.notice'::regclass and relforcerowsecurity`,
  );
  expect(forced).toHaveLength(1);
});
