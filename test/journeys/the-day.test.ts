import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assemble } from '../../cli/assemble.js';
import { manifests } from '../../cli/domains.js';
import { createLog } from '../../platform/telemetry/log.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { rolePrefix, testToday } from '../support/templates.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub({ area: true });
});
afterAll(() => hub.close());

const stand = (day: string | null) => hub.admin.query('update ctx.setting set day = $1', [day]);

const again = (over: Partial<TestHub['environment']>) =>
  assemble({
    environment: { ...hub.environment, ...over },
    log: createLog('silent'),
    adminUrl: hub.adminUrl,
    rolePrefix,
    here: manifests.map(({ domain }) => domain),
  });

/** Whether a SENCO of the school sees a child who is on its roll from one day to another. */
async function seen(from: string, until: string | null): Promise<boolean> {
  const id = await arrangeChild(hub.admin);
  await hub.admin.query(
    `insert into access.relationship (child_id, grantee, basis, reference, valid)
     values ($1, $2, 'SCHOOL_ROLL', 'test', tstzrange($3::timestamp at time zone 'Europe/London', $4::timestamp at time zone 'Europe/London'))`,
    [id, `org:${place.school}`, from, until],
  );
  const as = { persona: 'senco', school: place.school } as const;
  const { data } = await hub.ask('partnership', as, 'query Look($id: ID!) { child(id: $id) { id } }', { id });
  return data?.['child'] !== null;
}

describe('the day is the hub’s', () => {
  afterAll(() => stand(testToday));

  it('for SQL as for code', async () => {
    const { rows } = await hub.admin.query<{ today: string; now: string }>(
      `select ctx.today()::text today, (ctx.now() at time zone 'Europe/London')::date::text now`,
    );
    expect(rows).toEqual([{ today: testToday, now: testToday }]);
    expect(hub.assembly.today()).toBe(testToday);
  });

  it('and what a fact opens begins at midnight in England, in summer too', async () => {
    const { rows } = await hub.admin.query<{ at: string }>(
      `select distinct (lower(valid) at time zone 'Europe/London')::time::text as at from access.relationship
       where basis = 'CASELOAD' and extract(month from lower(valid)) between 5 and 9`,
    );
    expect(rows).toEqual([{ at: '00:00:00' }]);
  });

  it.each([
    ['2024-03-04', '2024-03-04', '2024-03-05', true],
    ['2024-03-05', '2024-03-04', '2024-03-05', false],
    ['2024-03-03', '2024-03-04', null, false],
    // A summer's day begins an hour before the same day in Greenwich.
    ['2024-07-01', '2024-07-01', '2024-07-02', true],
    ['2024-06-30', '2024-07-01', null, false],
  ])('on %s a child on roll from %s to %s is seen: %s', async (day, from, until, expected) => {
    await stand(day);
    expect(await seen(from, until)).toBe(expected);
  });

  it('and no function that decides asks for another', async () => {
    const { rows } = await hub.admin.query<{ name: string }>(
      `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('access', 'ctx', 'partnership', 'education', 'health', 'social_care', 'virtual_school')
         and p.proname not in ('today', 'now') and p.prosrc ~* '(current_date|(@>|tstzrange\\(|greatest\\() *now\\(\\))'`,
    );
    expect(rows).toEqual([]);
  });

  it('and a program told another day than the database does not start', async () => {
    await stand(testToday);
    await expect(again({ today: '2026-11-21' })).rejects.toThrow(`the database stands at ${testToday}`);
    await stand(null);
    await expect(again({ today: testToday })).rejects.toThrow('the database stands at no day');
  });

  it('and a program that was told none stands at the database’s', async () => {
    await stand('2025-01-06');
    const other = await again({ today: undefined });
    try {
      expect(other.today()).toBe('2025-01-06');
    } finally {
      await other.close();
    }
  });

  it('and in production no day stands still', async () => {
    await stand('2025-01-06');
    await expect(again({ today: undefined, production: true })).rejects.toThrow('The database stands at 2025-01-06');
  });
});
