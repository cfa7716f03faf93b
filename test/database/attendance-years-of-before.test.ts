import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { registers, write } from '../journeys/school-attendance/random-registers.js';
import { testHub, type TestHub } from '../support/hub.js';
import { migrateAgain } from '../support/migrated-again.js';
import { rolePrefix } from '../support/templates.js';

const owner = roleNames(rolePrefix).owner(Domain.EDUCATION);

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

async function keptYears(): Promise<Readonly<Record<string, string>>[]> {
  const { rows } = await hub.admin.query<Record<string, string>>(
    `select enrolment_id, child_id, first_week::text, attended::text, absent::text, unauthorised::text, ill::text,
       unexplained::text from education.attendance_year order by 1, 3`,
  );
  return rows;
}

const kinds = ['unauthorised', 'ill', 'unexplained'] as const;

describe('a hub that had registers before their years were kept', () => {
  it('keeps of them, once it is migrated, what it would have kept when they were written, and of what is written next', async () => {
    const seen = { years: 0, absent: 0, unauthorised: 0, ill: 0, unexplained: 0 };
    await fc.assert(
      fc.asyncProperty(registers, async (all) => {
        await write(hub.admin, all);
        const written = await keptYears();
        await hub.admin.query(`drop table education.attendance_year;
          create index attendance_week_absence on education.attendance_week (child_id);
          drop trigger keep_attendance_year_added on education.attendance_week;
          drop trigger keep_attendance_year_changed on education.attendance_week`);
        for (const name of ['attendance_year', 'kinds_of_absence'])
          await migrateAgain(hub.admin, 'subgraphs/education/migrations', owner, name);
        expect(await keptYears()).toEqual(written);
        await hub.admin.query(`update education.attendance_week set marks = 'OOOOOOOOOO'`);
        const { rows } = await hub.admin.query<{ weeks: number; absent: number; unauthorised: number }>(
          `select (select count(*)::int from education.attendance_week) weeks, coalesce(sum(bit_count(absent)), 0)::int absent,
             coalesce(sum(bit_count(unauthorised)), 0)::int unauthorised
           from education.attendance_year where attended = 0::bit(530) and (ill | unexplained) = 0::bit(530)`,
        );
        const { weeks = Number.NaN, absent, unauthorised } = rows[0] ?? {};
        expect({ absent, unauthorised }).toEqual({ absent: 10 * weeks, unauthorised: 10 * weeks });
        seen.years += written.length;
        seen.absent += absent ?? 0;
        for (const kind of kinds) seen[kind] += written.filter((year) => year[kind]?.includes('1')).length;
      }),
      { numRuns: 6, endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('shows them to no login of its own', async () => {
    const { rows } = await hub.admin.query<{ forced: boolean; grants: string[] }>(
      `select c.relrowsecurity and c.relforcerowsecurity forced,
         array(select distinct a.grantee::regrole::text from aclexplode(c.relacl) a where a.grantee <> c.relowner) grants
       from pg_class c where c.oid = 'education.attendance_year'::regclass`,
    );
    expect(rows).toEqual([{ forced: true, grants: [roleNames(rolePrefix).maintain] }]);
  });
});
