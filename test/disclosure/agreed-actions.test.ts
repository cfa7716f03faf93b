import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit } from '../support/opening.js';

let hub: TestHub;
let partnership: Client;
/** On a plan, on a roll and on a caseload; and somebody nothing connects the callers with. */
let child: string;
let strange: string;

const adviser: As = { persona: 'virtual-school-adviser' };
const senco: As = { persona: 'senco' };
const elsewhere = '900002';

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  child = await arrangeChild(hub.admin, [
    { basis: 'PLAN_DUTY', grantee: `org:${place.council}` },
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
  ]);
  strange = await arrangeChild(hub.admin);
  await hub.admin.query(
    `with made as (
       insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on)
       select c, urn, 'Call', 'Us', '2026-11-16' from unnest($1::uuid[]) c, unnest(array[null, $2, $3]) urn returning *)
     insert into partnership.agreed_action_change (action_id, version, child_id, school_urn, change, actor, actor_name, actor_role)
     select id, 1, child_id, school_urn, 'RECORDED', 'somebody', 'Somebody', 'senco' from made`,
    [[child, strange], place.school, elsewhere],
  );
});

afterAll(() => hub.close());

type Asked = Pick<Asking, 'tier' | 'act'>;

/** Within a unit that was opened for both children, and is taken back. */
async function opened<T>(as: As, asked: readonly Asked[], work: () => Promise<T>): Promise<T> {
  const voucher = await hub.voucher(as);
  await partnership.query('begin');
  try {
    await openUnit(
      partnership,
      voucher,
      asked.map((one) => asking(Domain.PARTNERSHIP, [child, strange], one)),
    );
    return await work();
  } finally {
    await partnership.query('rollback');
  }
}

/** Whose, and which school's team agreed it, of every row the login is shown; the same of who changed them. */
async function shown(): Promise<readonly string[]> {
  const of = async (table: string) =>
    (
      await partnership.query<{ of: string }>(
        `select child_id || ' ' || coalesce(school_urn, 'plan') as of from partnership.${table} order by school_urn nulls first`,
      )
    ).rows.map((row) => row.of);
  const [actions, changes] = [await of('agreed_action'), await of('agreed_action_change')];
  expect(changes).toEqual(actions);
  return actions;
}

const completed = async (): Promise<number | null> =>
  (await partnership.query(`update partnership.agreed_action set done_on = '2026-11-20'`)).rowCount;

const recorded = (whose: string, urn: string | null) =>
  partnership.query(
    `insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on) values ($1, $2, 'Call', 'Us', '2026-11-20')`,
    [whose, urn],
  );

const denied = { code: '42501' };

describe('what was agreed for children, asked for under the partnership’s own login', () => {
  it('is there for nobody without a unit', async () => {
    expect(await shown()).toEqual([]);
    expect(await completed()).toBe(0);
    await expect(recorded(child, null)).rejects.toMatchObject(denied);
  });

  it('is of a plan under T4 alone, and of a school’s team under T2 alone', async () => {
    const schools = [`${child} ${place.school}`, `${child} ${elsewhere}`];
    expect(await opened(adviser, [{ tier: 'T4', act: 'READ' }], shown)).toEqual([`${child} plan`]);
    expect(await opened(adviser, [{ tier: 'T2', act: 'READ' }], shown)).toEqual(schools);
    expect(await opened(senco, [{ tier: 'T2', act: 'READ' }], shown)).toEqual(schools);
    // The rules open no protection detail to a school, so that the database shows none whatever is asked.
    expect(await opened(senco, [{ tier: 'T4', act: 'READ' }], shown)).toEqual([]);
  });

  it('is not changed by whoever may read it', async () => {
    const reading = [
      { tier: 'T4', act: 'READ' },
      { tier: 'T2', act: 'READ' },
    ] as const;
    expect(await opened(adviser, reading, completed)).toBe(0);
    await expect(opened(adviser, reading, () => recorded(child, null))).rejects.toMatchObject(denied);
  });

  it('is recorded and completed for a plan under T4, for no other child, and for no school', async () => {
    const changing = [{ tier: 'T4', act: 'WRITE' }] as const;
    expect(await opened(adviser, changing, completed)).toBe(1);
    expect((await opened(adviser, changing, () => recorded(child, null))).rowCount).toBe(1);
    await expect(opened(adviser, changing, () => recorded(strange, null))).rejects.toMatchObject(denied);
    await expect(opened(adviser, changing, () => recorded(child, place.school))).rejects.toMatchObject(denied);
  });

  it('is recorded and completed for a school by its own team', async () => {
    const changing = [{ tier: 'T2', act: 'WRITE' }] as const;
    expect(await opened(senco, changing, completed)).toBe(1);
    expect((await opened(senco, changing, () => recorded(child, place.school))).rowCount).toBe(1);
    await expect(opened(senco, changing, () => recorded(child, elsewhere))).rejects.toMatchObject(denied);
    await expect(opened(senco, changing, () => recorded(child, null))).rejects.toMatchObject(denied);
  });
});
