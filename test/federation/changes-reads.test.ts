import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeSources, ownTiers } from '../../subgraphs/partnership/change/change-source.js';
import { place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

const question = /* GraphQL */ `
  query Changes {
    changes(since: "2026-01-01T00:00:00Z", first: 100) {
      id
      at
      child {
        id
        name {
          given
          family
        }
      }
      domain
      what
      from
      to
      by
    }
  }
`;

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** Puts more pupils on the school's roll, each with a change of every domain. */
const enrol = (many: number) =>
  hub.admin.query(
    `with child as (
       insert into partnership.child (child_id, given, family, date_of_birth, sex)
       select gen_random_uuid(), 'Robin', 'Testcase', '2013-05-01', 'FEMALE' from generate_series(1, $2) returning child_id),
     roll as (
       insert into access.relationship (child_id, grantee, basis, reference, valid)
       select child_id, 'org:' || $1, 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null) from child)
     insert into partnership.change (child_id, domain, tier, change_key, at, heard_at, what)
     select c.child_id, s.domain, s.tier, 'test', now(), now(), 'A fact'
     from child c cross join (values ('EDUCATION', 'T2'), ('HEALTH', 'T3'), ('PARTNERSHIP', 'T1')) s(domain, tier)`,
    [place.school, many],
  );

async function counted(name: string, operation?: string): Promise<number> {
  const { values = [] } = (await hub.assembly.metrics.registry.getSingleMetric(name)?.get()) ?? {};
  const those = values.filter(({ labels }) => operation === undefined || labels['operation'] === operation);
  return those.reduce((total, { value }) => total + value, 0);
}

/** How many changes a page of the SENCO's has, and what that cost when all was warm and the look was noted. */
async function page() {
  const ask = () => hub.ask('partnership', { persona: 'senco' }, question);
  await ask();
  const costs = () => Promise.all([counted('hub_sql_statements_total', 'read'), counted('hub_sql_transactions_total')]);
  const before = await costs();
  const { data, errors } = await ask();
  expect(errors).toBeUndefined();
  const after = await costs();
  const { changes } = data as { changes: unknown[] };
  return { changes: changes.length, reads: after[0] - before[0], transactions: after[1] - before[1] };
}

describe('a page of what changed', () => {
  it('takes a read for each kind of fact, and one for the children, for 1,500 pupils as for 150', async () => {
    await enrol(150);
    const few = await page();
    expect(few.changes).toBe(100);
    await enrol(1350);
    expect(await page()).toEqual(few);
    expect(few.reads).toBe(changeSources.length + ownTiers.length + 1);
    // The changes, the children, and when the caller looked last.
    expect(few.transactions).toBe(3);
  });
});
