import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';

const urn = '900001';
const question = /* GraphQL */ `
  query Attention($urn: ID!, $agenda: Boolean!) {
    _entities(representations: [{ __typename: "School", urn: $urn }]) {
      ... on School {
        teamAroundSchool {
          attention {
            child {
              id
              name {
                given
                family
              }
            }
            reasons {
              kind
              domain
              fact
              since
            }
            onAgenda @include(if: $agenda)
          }
        }
      }
    }
  }
`;

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** Puts more pupils on the school's roll, a third of them with two facts that need attention. */
const enrol = (many: number) =>
  hub.admin.query(
    `with child as (
       insert into partnership.child (child_id, given, family, date_of_birth, sex)
       select gen_random_uuid(), 'Robin', 'Testcase', '2013-05-01', 'FEMALE' from generate_series(1, $2) returning child_id),
     roll as (
       insert into access.relationship (child_id, grantee, basis, reference, valid)
       select child_id, 'org:' || $1, 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null) from child)
     insert into partnership.attention_fact (child_id, domain, tier, fact_key, kind, fact, since, stands_from)
     select c.child_id, s.domain, s.tier, 'test', s.kind, 'A fact.', '2026-11-16', '2026-11-16'
     from (select child_id, row_number() over () n from child) c
     cross join (values ('EDUCATION', 'T2', 'PART_TIME'), ('HEALTH', 'T3', 'WAIT_PAST_STANDARD')) s(domain, tier, kind)
     where c.n % 3 = 0`,
    [urn, many],
  );

interface Counts {
  readonly reads: number;
  readonly transactions: number;
}

async function counted(): Promise<Counts> {
  const { registry } = hub.assembly.metrics;
  const statements = (await registry.getSingleMetric('hub_sql_statements_total')?.get())?.values ?? [];
  const transactions = (await registry.getSingleMetric('hub_sql_transactions_total')?.get())?.values ?? [];
  const sum = (values: typeof statements): number => values.reduce((total, { value }) => total + value, 0);
  return {
    reads: sum(statements.filter(({ labels }) => labels['operation'] === 'read')),
    transactions: sum(transactions),
  };
}

/** How many children the SENCO is shown in the list of the school, and what that cost when all was warm. */
async function list(agenda = false): Promise<Counts & { readonly children: number; readonly reasons: number }> {
  const ask = () => hub.ask('partnership', { persona: 'senco' }, question, { urn, agenda });
  await ask();
  const before = await counted();
  const { data, errors } = await ask();
  expect(errors).toBeUndefined();
  const [school] = (data as { _entities: { teamAroundSchool: { attention: { reasons: unknown[] }[] } }[] })._entities;
  const after = await counted();
  const items = school?.teamAroundSchool.attention ?? [];
  return {
    children: items.length,
    reasons: items.flatMap(({ reasons }) => reasons).length,
    reads: after.reads - before.reads,
    transactions: after.transactions - before.transactions,
  };
}

describe('what needs attention at a school', () => {
  it('takes three reads in the partnership’s unit, for 1,500 pupils as for 150', async () => {
    await enrol(150);
    const few = await list();
    expect(few).toMatchObject({ children: 50, reasons: 100 });
    await enrol(1350);
    const many = await list();
    expect(many).toMatchObject({ children: 500, reasons: 1000 });
    expect(many.reads).toBe(few.reads);
    expect(many.transactions).toBe(few.transactions);
    // Who sits in the team, what needs attention, and the children; the agenda is one more, for those who ask for it.
    expect(many.reads).toBe(3);
    expect((await list(true)).reads).toBe(4);
  });
});
