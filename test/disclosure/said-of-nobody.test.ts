import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { personas } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit } from '../support/opening.js';

let hub: TestHub;
let education: Client;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  education = await hub.appClient(Domain.EDUCATION);
  child = await arrangeChild(hub.admin, [
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
    { basis: 'RESIDENCE', grantee: `org:${place.council}` },
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` },
  ]);
});

afterAll(() => hub.close());

/** Says, in a unit that somebody has opened to read and to write of the child, that what is of no child has changed. */
async function say(as: As): Promise<void> {
  const about = { about: Domain.EDUCATION, tier: 'T2' } as const;
  const acts = (['READ', 'WRITE'] as const).map((act) => asking(Domain.EDUCATION, [child], { ...about, act }));
  await education.query('begin');
  try {
    await openUnit(education, await hub.voucher(as), acts);
    await education.query(`select access.emit_of_nobody('EDUCATION', 'calendar-changed')`);
  } finally {
    await education.query('rollback');
  }
}

describe('that what is of no child has changed', () => {
  it.each(personas.map(({ role }) => [role]))(
    'is not for a %s to say, whatever they may read or write',
    async (role) => {
      await expect(say({ persona: role })).rejects.toMatchObject({
        code: '42501',
        message: 'not an operation of this system',
      });
    },
  );

  it('is not said by somebody who calls themselves a system', async () => {
    await expect(say({ persona: 'headteacher', claims: { role: 'system' } })).rejects.toMatchObject({
      code: '28000',
    });
  });
});

describe('that facts of children follow from it', () => {
  const suspended = async (voucher: Parameters<typeof openUnit>[1]): Promise<readonly unknown[]> => {
    await education.query('begin');
    try {
      await openUnit(education, voucher, []);
      const { rows } = await education.query<{ said: number }>('select education.say_school_days($1)::int said', [
        [place.school],
      ]);
      return rows;
    } finally {
      await education.query('rollback');
    }
  };

  it('is said by a system that takes in what it follows from, and by no person', async () => {
    await hub.admin.query(
      `insert into education.suspension (id, child_id, urn, started_on, category, version, sessions, recorded_at)
       values (gen_random_uuid(), $1, $2, '2026-11-03', 'SUSPENSION', 1, 2, now())`,
      [child, place.school],
    );
    expect(await suspended((await hub.assembly.minter('ingest')).vouchForSystem())).toEqual([{ said: 1 }]);
    await expect(suspended(await hub.voucher({ persona: 'headteacher' }))).rejects.toMatchObject({
      code: '42501',
      message: 'not an operation of this system',
    });
  });
});
