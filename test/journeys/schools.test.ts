import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

const weeks = async (urn: string, mondays: readonly string[], pupils = 3): Promise<void> => {
  await hub.admin.query(
    `insert into education.school_week_total (urn, week_beginning, phase, pupils, possible, attended, authorised, unauthorised,
       persistent_to_date, severe_to_date, school_days, version)
     select $1, m::date, null, $3, 10 * $3, 10 * $3, 0, 0, 0, 0, 31, nextval('education.school_week_version') from unnest($2::text[]) m`,
    [urn, mondays, pupils],
  );
};
const named = async (urn: string, name: string): Promise<void> => {
  await hub.admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
     values ($1, $2, 'Community school', 'Open', '990', 'Aldermere') on conflict (urn) do update set name = excluded.name`,
    [urn, name],
  );
};

/** The hub's day is 20 November 2026. */
beforeEach(async () => {
  await hub.admin.query('truncate education.school, education.school_week_total, education.school_week_stale');
  await named('900001', 'Oak School');
  await named('900002', 'Élan Academy');
  await named('900003', 'Ash School');
  await named('900004', 'Yew School');
  await weeks('900001', ['2025-09-01', '2026-11-02', '2026-11-09']);
  await weeks('900002', ['2026-11-09']);
});

type Told = readonly { readonly urn: string; readonly name: string }[] | null;
const told = async (as: As): Promise<Told> => {
  const { body } = await hub.post(as, '{ schools { urn name } }');
  expect(body.errors).toBeUndefined();
  return body.data?.['schools'] as Told;
};
const senco: As = { persona: 'senco' };
const urns = async (as: As = senco) => (await told(as))?.map(({ urn }) => urn);

describe('the schools to choose from', () => {
  it('are those whose registers are held, each once, by name as a reader looks for it', async () => {
    expect(await told(senco)).toEqual([
      { urn: '900002', name: 'Élan Academy' },
      { urn: '900001', name: 'Oak School' },
    ]);
  });

  it('have a register of this school year or the one before, of which anybody is', async () => {
    await weeks('900003', ['2024-09-02', '2025-07-14']);
    await weeks('900004', ['2026-11-09'], 0);
    expect(await urns()).toEqual(['900002', '900001']);
    // The week of 1 September 2025 begins on that day; of a year that begins midweek the Monday before counts.
    await weeks('900003', ['2025-09-01']);
    expect(await urns()).toEqual(['900003', '900002', '900001']);
  });

  it('are there before the register of schools has them, by their number', async () => {
    await weeks('900009', ['2026-11-09']);
    expect(await told(senco)).toContainEqual({ urn: '900009', name: 'URN 900009' });
  });

  it('are the same for whoever may ask, and none is of a hub without registers', async () => {
    for (const persona of ['team-around-school-lead', 'social-worker', 'attendance-officer', 'commissioner'] as const)
      expect(await urns({ persona })).toEqual(['900002', '900001']);
    await hub.admin.query('truncate education.school_week_total');
    expect(await told(senco)).toEqual([]);
  });

  it('are told to nobody who reads neither education nor figures', async () => {
    for (const persona of ['health-admin', 'match-reviewer', 'auditor'] as const) {
      const { body } = await hub.post({ persona }, '{ schools { urn } }');
      expect(JSON.stringify(body.errors)).toContain('REFUSED');
      expect(body.data?.['schools'] ?? null).toBeNull();
    }
  });
});
