import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { purposes } from '../../platform/vocabulary/purpose.js';
import { roles } from '../../platform/vocabulary/role.js';
import { mayReadContacts, mayReadPosts } from '../../subgraphs/partnership/school-people/school-people.policy.js';
import { testHub, type TestHub } from '../support/hub.js';
import { openUnit } from '../support/opening.js';

let hub: TestHub;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  await hub.admin.query(`insert into partnership.school_directory values ('SCHOOL', '900001', null, '2026-11-20')`);
  await hub.admin.query(
    `insert into partnership.school_post (scope, code, role, name, held_from) values ('SCHOOL', '900001', 'SENCO', 'A', '2026-09-01')`,
  );
  await hub.admin.query(
    `insert into partnership.school_contact values ('SCHOOL', '900001', 'SENCO', 'A', 'a@work.example')`,
  );
});
afterAll(() => hub.close());

/** How many rows the partnership's own login is shown of each table, and whether it may change any. */
async function shown(): Promise<{ posts: number; contacts: number; directories: number; changed: number }> {
  const count = async (table: string): Promise<number> =>
    (await partnership.query(`select from partnership.${table}`)).rowCount ?? -1;
  const change = async (text: string): Promise<number> => (await partnership.query(text)).rowCount ?? -1;
  return {
    posts: await count('school_post'),
    contacts: await count('school_contact'),
    directories: await count('school_directory'),
    changed:
      (await change(`update partnership.school_post set name = 'B'`)) +
      (await change('delete from partnership.school_contact')) +
      (await change(`update partnership.school_directory set told_on = '2026-11-21'`)),
  };
}

describe('who works at a school, asked for under the partnership’s own login', () => {
  it('is there for nobody without a unit', async () => {
    expect(await shown()).toEqual({ posts: 0, contacts: 0, directories: 0, changed: 0 });
  });

  it.each(roles)('is shown to %s as the policy says, for each purpose, and is changed by nobody', async (role) => {
    const wrong: string[] = [];
    for (const purpose of purposes) {
      const voucher = await hub.voucher({ persona: 'senco', claims: { role, purpose, purposes: [purpose] } });
      await partnership.query('begin');
      try {
        await openUnit(partnership, voucher, []);
        const posts = Number(mayReadPosts({ role }));
        const expected = {
          posts,
          contacts: Number(mayReadContacts({ role, purpose })),
          directories: posts,
          changed: 0,
        };
        const found = await shown();
        if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`${purpose}: ${JSON.stringify(found)}`);
      } finally {
        await partnership.query('rollback');
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is told with contacts to fewer than without, and to some', () => {
    const readers = roles.filter((role) => mayReadPosts({ role }));
    const reached = roles.filter((role) => purposes.some((purpose) => mayReadContacts({ role, purpose })));
    expect(readers.filter((role) => !reached.includes(role))).toEqual(['health-admin']);
    expect(roles.filter((role) => !readers.includes(role))).toEqual([
      ...['commissioner', 'analyst', 'match-reviewer', 'ig-officer', 'auditor', 'integrator'],
    ]);
  });
});
