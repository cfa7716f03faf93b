import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';
import { onRoll, pupil, suspended, take } from '../support/partner-files.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
});
afterAll(() => hub.close());

const school = '900001';
const child = pupil(1);
const first = suspended(child, school, '2026-09-14', '4');

async function rows(): Promise<unknown[]> {
  const { rows: found } = await hub.admin.query<Record<string, unknown>>(
    `select version, sessions, served, superseded_at is not null as superseded from education.suspension
     order by started_on, version`,
  );
  return found;
}

const said = async (): Promise<number> =>
  (await hub.admin.query(`select from education.outbox where topic = 'suspension-changed'`)).rowCount ?? 0;

describe('what a school tells of a suspension', () => {
  it('is kept once and told of once, however often its file comes', async () => {
    expect(await take(hub, 'suspensions', [first])).toMatchObject({ written: 1, unchanged: 0 });
    expect(await take(hub, 'suspensions', [first])).toMatchObject({ written: 0, unchanged: 1 });
    expect(await rows()).toEqual([{ version: 1, sessions: 4, served: null, superseded: false }]);
    expect(await said()).toBe(1);
  });

  it('is superseded by what the school says otherwise, and stays as it was told', async () => {
    await take(hub, 'suspensions', [{ ...first, cancelled_on: '2026-09-15', sessions_served: '2' }]);
    expect(await rows()).toEqual([
      { version: 1, sessions: 4, served: null, superseded: true },
      { version: 2, sessions: 4, served: 2, superseded: false },
    ]);
    expect(await said()).toBe(2);
  });

  it('cannot be changed by the login that writes it: only that it no longer stands', async () => {
    const { rows: may } = await hub.admin.query<{ name: string }>(
      `select a.attname as name from pg_attribute a where a.attrelid = 'education.suspension'::regclass and a.attnum > 0
         and has_column_privilege('hubtest_education', a.attrelid, a.attnum, 'update')`,
    );
    expect(may).toEqual([{ name: 'superseded_at' }]);
  });

  it('that overlaps another of the same file is rejected, and the earlier stands', async () => {
    const lines = [suspended(child, school, '2026-10-05', '4'), suspended(child, school, '2026-10-06', '2')];
    await expect(take(hub, 'suspensions', lines)).rejects.toThrow('overlaps-an-earlier-row');
    expect(await rows()).toHaveLength(3);
  });
});
