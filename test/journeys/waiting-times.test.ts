import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const question = `query Times($by: [WaitingTimesDimension!]!, $asAt: Date) { waitingTimes(by: $by, asAt: $asAt) {
  service band status provider { id } children suppressed medianDays percentile92Days medianWeeks percentile92Weeks
  comparator { percent year } basis } }`;

interface Cell {
  readonly service: string | null;
  readonly band: string | null;
  readonly status: string | null;
  readonly provider: { readonly id: string } | null;
  readonly children: number | null;
  readonly suppressed: boolean;
  readonly medianDays: number | null;
  readonly percentile92Days: number | null;
}

let hub: TestHub;
const admin = { persona: 'health-admin' } as const;
const commissioner = { persona: 'commissioner' } as const;

async function ask(as: { persona: Role; provider?: string }, by: readonly string[], asAt: string | null = null) {
  const { body } = await hub.post(as, question, { by, asAt });
  return {
    cells: body.data?.['waitingTimes'] as Cell[] | null,
    codes: body.errors?.map((one) => one.extensions.code),
  };
}

const list = (n: number, status: string, on: string, received: string, over: Line = {}): Promise<unknown> =>
  take(hub, 'waiting-list', [listed(pupil(n), status, { status_on: on, received_on: received, ...over })]);

beforeAll(async () => {
  hub = await testHub();
  // 5, 47, 68 and 204 days on 20 June: the middle is between 47 and 68.
  await list(1, 'REFERRED', '2026-06-15', '2026-06-15');
  await list(2, 'REFERRED', '2026-05-04', '2026-05-04', { service: 'SALT' });
  await list(3, 'TRIAGE', '2026-04-20', '2026-04-13', { service: 'COMMUNITY_PAEDIATRICS' });
  await list(4, 'ACCEPTED_WAITING', '2026-01-12', '2025-11-28', { service: 'NEURODEVELOPMENTAL' });
  // Seen before that day; and received after it.
  await list(5, 'SEEN_FIRST', '2026-06-20', '2026-06-01');
  await list(6, 'REFERRED', '2026-06-21', '2026-06-21');
  // What came of them later is not to be seen on a day before.
  const why = { reason: 'Better met elsewhere' };
  await list(1, 'REDIRECTED', '2026-07-13', '2026-06-15', why);
  await list(4, 'BOOKED', '2026-11-02', '2025-11-28', { service: 'NEURODEVELOPMENTAL' });
  // Another provider's.
  await list(7, 'REFERRED', '2026-03-02', '2026-03-02', { provider_ods: 'XSL02', service: 'SALT' });
  await settle(hub);
});

afterAll(() => hub.close());

describe('waitingTimes', () => {
  it('counts those who waited at the end of a past day, as it was on that day', async () => {
    const { cells } = await ask(admin, [], '2026-06-20');
    expect(cells).toMatchObject([
      { children: 4, medianDays: 57.5, medianWeeks: 8.2, percentile92Days: 171.36, suppressed: false, service: null },
    ]);
  });

  it('divides them by service, provider, status and band, each told in its published order', async () => {
    const { cells } = await ask(admin, ['SERVICE', 'STATUS', 'PROVIDER'], '2026-06-20');
    expect(cells?.map((one) => [one.service, one.status, one.provider?.id, one.children])).toEqual([
      ['CAMHS', 'REFERRED', 'XAC01', 1],
      ['SALT', 'REFERRED', 'XAC01', 1],
      ['NEURODEVELOPMENTAL', 'ACCEPTED_WAITING', 'XAC01', 1],
      ['COMMUNITY_PAEDIATRICS', 'TRIAGE', 'XAC01', 1],
    ]);
    const bands = await ask(admin, ['BAND'], '2026-06-20');
    expect(bands.cells?.map(({ band, children }) => [band, children])).toEqual([
      ...[
        ['0-1', 1],
        ['1-2', 0],
        ['2-4', 0],
        ['4-12', 2],
      ],
      ...[
        ['12-18', 0],
        ['18-52', 1],
        ['52+', 0],
      ],
    ]);
  });

  it('is of today unless a day is given: a redirected child waits no longer there', async () => {
    const { cells } = await ask(admin, ['SERVICE']);
    expect(cells?.map(({ service, children, medianDays }) => [service, children, medianDays])).toEqual([
      ['CAMHS', 1, 152],
      ['SALT', 1, 200],
      ['NEURODEVELOPMENTAL', 1, 357],
      ['COMMUNITY_PAEDIATRICS', 1, 221],
    ]);
  });

  it('tells a provider of its own lists and of nobody else’s', async () => {
    const { cells } = await ask({ persona: 'salt-therapist' }, [], '2026-06-20');
    expect(cells).toMatchObject([{ children: 1, medianDays: 110 }]);
  });

  it('hides small numbers from those who plan services, and tells none as none', async () => {
    expect((await ask(commissioner, [], '2026-06-20')).cells).toMatchObject([
      { children: null, suppressed: true, medianDays: null, percentile92Days: null },
    ]);
    const { cells } = await ask(commissioner, ['BAND'], '2026-06-20');
    expect(cells?.map(({ children, suppressed }) => [children, suppressed])).toEqual([
      ...[
        [null, true],
        [0, false],
        [0, false],
        [null, true],
      ],
      ...[
        [null, true],
        [null, true],
        [0, false],
      ],
    ]);
    const both = await ask(commissioner, ['SERVICE', 'BAND'], '2026-06-20');
    expect(both.cells).toHaveLength(56);
    expect(both.cells?.every(({ suppressed }) => suppressed)).toBe(true);
  });

  it('leaves out who is kept to their provider, for everyone but the provider', async () => {
    const before = await hub.admin.query('update health.wait_interval set confidential = true where service = $1', [
      'SALT',
    ]);
    expect(before.rowCount).toBeGreaterThan(0);
    const services = await ask(commissioner, ['SERVICE'], '2026-06-20');
    expect(services.cells?.map(({ service }) => service)).not.toContain('SALT');
    expect((await ask(admin, [], '2026-06-20')).cells).toMatchObject([{ children: 4 }]);
    await hub.admin.query('update health.wait_interval set confidential = false');
  });

  it('counts a child once whose records are linked, and none who had died', async () => {
    const { rows } = await hub.admin.query<{ child_id: string }>(
      `select child_id from health.waiting_list_entry where entry_ref in ($1, $2) order by entry_ref`,
      [`REF-${pupil(2).upn}`, `REF-${pupil(3).upn}`],
    );
    const [one, other] = rows.map(({ child_id: id }) => id);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [other, one]);
    expect((await ask(admin, [], '2026-06-20')).cells).toMatchObject([{ children: 3, medianDays: 57.5 }]);
    await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, '2026-06-20')`, [other]);
    expect((await ask(admin, [], '2026-06-19')).cells).toMatchObject([{ children: 4 }]);
    expect((await ask(admin, [], '2026-06-20')).cells).toMatchObject([{ children: 2 }]);
    await hub.admin.query('delete from access.death where child_id = $1', [other]);
    await hub.admin.query('delete from access.child_alias where held = $1', [other]);
  });

  it('is refused to who sees children, and for what cannot be asked', async () => {
    expect((await ask({ persona: 'senco' }, [])).codes).toEqual(['REFUSED']);
    expect((await ask(admin, [], '2026-11-21')).codes).toEqual(['INVALID_INPUT']);
    expect((await ask(admin, ['BAND', 'BAND'])).codes).toEqual(['INVALID_INPUT']);
    expect((await ask(commissioner, ['BAND', 'STATUS', 'SERVICE'])).codes).toEqual(['INVALID_INPUT']);
  });
});
