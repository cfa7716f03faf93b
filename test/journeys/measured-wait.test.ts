import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../platform/vocabulary/role.js';
import { HealthService } from '../../subgraphs/health/waiting-list/status.js';
import { testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

// What a wait is measured against, where it came from and whom its words are told, as read through the gateway.
let hub: TestHub;
const clinician = { persona: 'camhs-clinician' } as const;
const senco = { persona: 'senco' } as const;
const moved = pupil(1);
const plain = pupil(2);
const both = pupil(3);

interface Entry extends Record<string, unknown> {
  readonly id: string;
}

async function waiting(as: { persona: Role }, of: Pupil): Promise<Entry[]> {
  const question = `query Waiting($id: ID!) { child(id: $id) { health { waiting { id service daysWaiting
    clock { kind standard limitDays startedOn days breachOn state } publishedSpell { kind startedOn days breachOn }
    continuesFrom continuesAs allowedNext { status needsReason } voices { by words } } } } }`;
  const { body } = await hub.post(as, question, { id: await recordId(hub, 'waiting-list:XAC01', numberOf(of)) });
  expect(body.errors).toBeUndefined();
  const child = body.data?.['child'] as { health: { waiting: Entry[] } };
  return child.health.waiting;
}

const entryOf = async (ref: string): Promise<string> => {
  const { rows } = await hub.admin.query<Entry>('select id from health.waiting_list_entry where entry_ref = $1', [ref]);
  return rows[0]?.id ?? '';
};

beforeAll(async () => {
  hub = await testHub();
  const why = { entry_ref: 'before', status_on: '2026-10-12', reason: 'Better met by the school team' };
  const then = { entry_ref: 'after', provider_ods: 'XMH03', service: 'MENTAL_HEALTH_SUPPORT_TEAM' };
  await take(hub, 'waiting-list', [
    listed(moved, 'REDIRECTED', why),
    listed(moved, 'REFERRED', { ...then, status_on: '2026-10-12' }),
    listed(plain, 'ACCEPTED_WAITING', { entry_ref: 'plain' }),
    listed(both, 'ACCEPTED_WAITING', { entry_ref: 'both' }),
    listed(both, 'TRIAGE', { ...then, entry_ref: 'elsewhere' }),
  ]);
  await take(
    hub,
    'school-census',
    [moved, plain].map((of) => onRoll(of, '900001', '2025-09-01')),
  );
  await hub.admin.query('update health.waiting_list_entry set continues_from = $1 where id = $2', [
    await entryOf('before'),
    await entryOf('after'),
  ]);
  await settle(hub);
  // One child: what two providers and a school call by numbers of their own.
  await hub.admin.query(
    `insert into access.relationship select e.child_id, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null)
    from health.waiting_list_entry e on conflict do nothing`,
  );
});

afterAll(() => hub.close());

describe('a wait that was redirected', () => {
  it('goes on in the other entry from the first day, and is published from when it came there', async () => {
    const [before, after] = [await entryOf('before'), await entryOf('after')];
    const shown = await waiting(senco, moved);
    expect(shown.find(({ id }) => id === before)).toMatchObject({ continuesFrom: null, continuesAs: after });
    expect(shown.find(({ id }) => id === after)).toMatchObject({
      ...{ continuesFrom: before, continuesAs: null, daysWaiting: 74 },
      clock: { kind: 'FOUR_WEEKS', standard: '4 weeks', startedOn: '2026-09-07', days: 74, state: 'BREACHED' },
      publishedSpell: { kind: 'FOUR_WEEKS', startedOn: '2026-10-12', days: 39, breachOn: '2026-11-10' },
    });
  });

  it('does not name an entry that should never have been', async () => {
    const before = await entryOf('before');
    const mark = (status: string) =>
      hub.admin.query('update health.waiting_list_entry set status = $1 where id = $2', [status, before]);
    await mark('ENTERED_IN_ERROR');
    expect(await waiting(senco, moved)).toMatchObject([{ continuesFrom: null, publishedSpell: { days: 39 } }]);
    await mark('REDIRECTED');
  });

  it('does not name to a school an entry that is kept to its provider', async () => {
    const keep = (kept: boolean) =>
      hub.admin.query(`update health.waiting_list_entry set confidential = $1 where entry_ref = 'before'`, [kept]);
    await keep(true);
    expect(await waiting(senco, moved)).toMatchObject([{ continuesFrom: null, daysWaiting: 74 }]);
    await keep(false);
  });
});

describe('what a wait is measured against', () => {
  it('is set for every service, with its source, and stands in for what ends', async () => {
    const { rows } = await hub.admin.query<{ service: string; kinds: string[] }>(
      `select service, array_agg(kind order by kind) kinds from health.standard
      where provider is null and holds_until is null and source <> '' group by service`,
    );
    const kinds = Object.fromEntries(rows.map((row) => [row.service, row.kinds]));
    expect(Object.keys(kinds).sort()).toEqual(Object.values(HealthService).sort());
    expect(kinds).toMatchObject({
      ...{ CAMHS: ['FOUR_WEEKS', 'LOCAL'], MENTAL_HEALTH_SUPPORT_TEAM: ['FOUR_WEEKS', 'LOCAL'] },
      ...{ SALT: ['COMMUNITY_18', 'LOCAL'], NEURODEVELOPMENTAL: ['COMMUNITY_18', 'LOCAL'] },
      COMMUNITY_PAEDIATRICS: ['LOCAL', 'RTT_18'],
    });
    for (const of of Object.values(kinds)) expect(of).toContain('LOCAL');
  });

  it('is the provider’s own standard where it has one, for referrals received since, and no other provider’s', async () => {
    const clock = async () => (await waiting(senco, plain))[0]?.['clock'];
    const add = (provider: string, from: string) =>
      hub.admin.query(
        `insert into health.standard (service, provider, kind, limit_days, warning_days, holds_from, source)
        values ('CAMHS', $1, 'LOCAL', 80, 10, $2, 'A test''s.')`,
        [provider, from],
      );
    await add('XMH03', '2026-01-01');
    await add('XAC01', '2026-09-08');
    expect(await clock()).toMatchObject({ kind: 'FOUR_WEEKS', limitDays: 28, state: 'BREACHED' });
    await add('XAC01', '2026-09-07');
    expect(await clock()).toMatchObject({ standard: '80 days, local', limitDays: 80, days: 74, state: 'DUE_SOON' });
    await hub.admin.query(`delete from health.standard where source = 'A test''s.'`);
  });

  it('is set by a file too, and breaches are counted by it from then on', async () => {
    const row = { service: 'CAMHS', provider_ods: 'XAC01', kind: 'LOCAL', limit_days: '30', warning_days: '7' };
    const line = { ...row, from: '2026-09-07', until: '', source: 'A test’s.' };
    const breachedFrom = async () =>
      (
        await hub.admin.query<{ on: string }>(
          `select min(w.breached_from)::text as on from health.wait_interval w
           join health.waiting_list_entry e on e.id = w.entry_id where e.entry_ref = 'plain'`,
        )
      ).rows[0]?.on;
    expect(await breachedFrom()).toBe('2026-10-06');
    expect(await take(hub, 'waiting-standards', [line])).toMatchObject({ written: 1, unchanged: 0 });
    expect(await take(hub, 'waiting-standards', [line])).toMatchObject({ written: 0, unchanged: 1 });
    expect((await waiting(senco, plain))[0]?.['clock']).toMatchObject({
      standard: '30 days, local',
      state: 'BREACHED',
    });
    expect(await breachedFrom()).toBe('2026-10-08');
    expect(await take(hub, 'waiting-standards', [{ ...line, until: '2026-09-08', limit_days: '90' }])).toMatchObject({
      written: 1,
    });
    expect((await waiting(senco, plain))[0]?.['clock']).toMatchObject({ limitDays: 90 });
    // Not yet, but as things stand it will be.
    expect(await breachedFrom()).toBe('2026-12-07');
    await hub.admin.query(`delete from health.standard where source = 'A test’s.'`);
  });

  it('is four weeks for those under 18 when they were referred', async () => {
    const aged = (age: number) =>
      hub.admin.query(`update health.waiting_list_entry set age_at_referral = $1 where entry_ref = 'plain'`, [age]);
    await aged(18);
    expect(await waiting(senco, plain)).toMatchObject([{ clock: { kind: 'LOCAL', standard: '18 weeks, local' } }]);
    await aged(17);
    expect(await waiting(senco, plain)).toMatchObject([{ clock: { kind: 'FOUR_WEEKS' } }]);
  });
});

describe('what of an entry depends on who asks', () => {
  it('tells the next steps to those alone who may take them', async () => {
    const [entry] = await waiting(clinician, plain);
    expect(entry?.['allowedNext']).toEqual([
      { status: 'BOOKED', needsReason: false },
      { status: 'ON_HOLD', needsReason: true },
      { status: 'REDIRECTED', needsReason: true },
      { status: 'DISCHARGED', needsReason: true },
      { status: 'WITHDRAWN', needsReason: true },
      { status: 'ENTERED_IN_ERROR', needsReason: false },
    ]);
    expect(await waiting(senco, plain)).toMatchObject([{ allowedNext: null }]);
    expect(await waiting(clinician, both)).toMatchObject([
      { service: 'CAMHS', allowedNext: entry?.['allowedNext'] },
      { service: 'MENTAL_HEALTH_SUPPORT_TEAM', allowedNext: null },
    ]);
  });

  it('tells the words of a referral to its provider and whoever referred', async () => {
    const referredBy = (org: string) =>
      hub.admin.query(
        `update health.waiting_list_entry set referred_by_org = $1, child_voice = 'It is loud at dinner.'
        where entry_ref = 'plain'`,
        [org],
      );
    const words = [{ by: 'the child', words: 'It is loud at dinner.' }];
    await referredBy('900002');
    expect(await waiting(senco, plain)).toMatchObject([{ voices: null }]);
    expect(await waiting(clinician, plain)).toMatchObject([{ voices: words }]);
    await referredBy('900001');
    expect(await waiting(senco, plain)).toMatchObject([{ voices: words }]);
  });
});
