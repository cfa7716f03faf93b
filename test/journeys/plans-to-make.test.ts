import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const worker = { persona: 'social-worker' } as const;
const senco = { persona: 'senco' } as const;
const related = [
  { basis: 'CASELOAD', grantee: 'person:sw-001' },
  { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
];

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const document = /* GraphQL */ `
  query Plans($id: ID!) {
    child(id: $id) {
      virtualSchool {
        peps {
          term
          initiateBy
          dueOn
          completedOn
          state
        }
      }
    }
  }
`;

async function plansOf(id: string, as: As = worker): Promise<unknown> {
  const { body } = await hub.post(as, document, { id });
  expect(body.errors).toBeUndefined();
  return (body.data?.['child'] as { virtualSchool: { peps: unknown } } | null)?.virtualSchool.peps;
}

async function tell(schema: string, topic: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, id]);
  }
  await settle(hub);
}

/** Looked after over these days, as social care's ingest leaves it. */
async function inCare(id: string, ...periods: readonly (readonly [from: string, until: string | null])[]) {
  await hub.admin.query('delete from social_care.status_interval where child_id = $1', [id]);
  for (const [from, until] of periods) {
    await hub.admin.query(
      `insert into social_care.status_interval values ($1, 'test', 'LOOKED_AFTER/' || $2, 'LOOKED_AFTER', $2::date, $3)`,
      [id, from, until],
    );
  }
  await tell('social_care', 'involvement-changed', [id]);
}

async function arrange(): Promise<string> {
  const id = await arrangeChild(hub.admin, related);
  await hub.admin.query('delete from virtual_school.pep where child_id = $1', [id]);
  return id;
}

async function kept(): Promise<unknown[]> {
  const { rows } = await hub.admin.query<Record<string, unknown>>(
    'select * from virtual_school.pep_to_make order by child_id, term',
  );
  return rows;
}

const first = {
  ...{ term: '2026/27 Autumn', initiateBy: '2026-11-16', dueOn: '2026-11-30', completedOn: null, state: 'DUE_SOON' },
};

// The day is 2026-11-20.
describe('a plan that no file tells of', () => {
  it('is due because the child is looked after: by practice in ten working days, by statute in twenty', async () => {
    const id = await arrange();
    expect(await plansOf(id)).toEqual([]);
    await inCare(id, ['2026-11-02', null]);
    expect(await plansOf(id)).toEqual([first]);
    expect(await plansOf(id, senco)).toEqual([first]);
  });

  it('is no longer when care ended before it was due, and begins anew with care', async () => {
    const id = await arrange();
    await inCare(id, ['2026-09-07', '2026-10-01']);
    expect(await plansOf(id)).toEqual([]);
    await inCare(id, ['2026-09-07', '2026-10-01'], ['2026-11-02', null]);
    expect(await plansOf(id)).toEqual([first]);
  });

  it('is told of the past to those alone who see that the child was looked after', async () => {
    const id = await arrange();
    await inCare(id, ['2026-09-07', '2026-11-01']);
    expect(await plansOf(id)).toMatchObject([{ term: '2026/27 Autumn', dueOn: '2026-10-05', state: 'BREACHED' }]);
    expect(await plansOf(id, senco)).toEqual([]);
  });

  it('is of a child of school age: a birthday that is put right is heard', async () => {
    const id = await arrange();
    await inCare(id, ['2026-11-02', null]);
    await hub.admin.query(`update partnership.child set date_of_birth = '2024-05-01' where child_id = $1`, [id]);
    await tell('partnership', 'child-changed', [id]);
    expect(await plansOf(id)).toEqual([]);
  });

  it('follows the child when records are linked and taken apart, and an event heard twice changes nothing', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await inCare(two, ['2026-11-02', null]);
    const apart = await kept();
    await hub.admin.query('insert into access.child_alias values ($1, $2)', [two, one]);
    await tell('partnership', 'child-linked', [one, two]);
    expect(await plansOf(one)).toEqual([first]);
    await hub.admin.query('delete from access.child_alias where held = $1', [two]);
    await tell('partnership', 'child-linked', [two, one]);
    expect(await plansOf(one)).toEqual([]);
    expect(await kept()).toEqual(apart);
    await tell('social_care', 'involvement-changed', [two, one, two]);
    expect(await kept()).toEqual(apart);
  });

  it('is known from the first term on that any file tells of, and not before', async () => {
    const id = await arrange();
    await inCare(id, ['2026-01-05', null]);
    const terms = async () => ((await plansOf(id)) as { term: string }[]).map(({ term }) => term);
    expect(await terms()).toEqual(['2026/27 Autumn']);
    const other = await arrangeChild(hub.admin);
    await hub.admin.query(`update virtual_school.pep set term = '2025/26 Summer' where child_id = $1`, [other]);
    expect(await terms()).toEqual(['2026/27 Autumn', '2025/26 Summer']);
    await hub.admin.query('delete from virtual_school.pep where child_id = $1', [other]);
  });
});
