import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { shownCount } from '../../platform/figures/suppress.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

// Referrals of two quarters, whose every group is counted once more by hand, referral by referral.

const question = `query Referrals($from: Date!, $to: Date!, $by: [ReferralsDimension!]!) {
  referrals(from: $from, to: $to, by: $by) {
    key referrals accepted redirected rejected medianDaysToReferrerTold suppressed basis } }`;
const tell = operations().find(({ name }) => name === 'record-referrer-told')?.text ?? '';

interface Cell {
  readonly key: readonly string[];
  readonly referrals: number | null;
  readonly accepted: number | null;
  readonly redirected: number | null;
  readonly rejected: number | null;
  readonly medianDaysToReferrerTold: number | null;
  readonly suppressed: boolean;
}

/** One referral: what is known of it, and what came of it. */
interface Referred {
  readonly of: Readonly<Record<'SERVICE' | 'SOURCE' | 'AGE' | 'SEX' | 'ETHNICITY', string>>;
  readonly receivedOn: string;
  readonly cameOfIt: 'accepted' | 'redirected' | 'rejected' | null;
  readonly toldAfter: number | null;
}

const whole = { from: '2026-04-01', to: '2026-09-30' } as const;
const admin = { persona: 'health-admin' } as const;
const commissioner = { persona: 'commissioner' } as const;
let hub: TestHub;
const known: Referred[] = [];

async function ask(as: As, by: readonly string[], period: { from: string; to: string } = whole) {
  const { body } = await hub.post(as, question, { ...period, by });
  return { cells: body.data?.['referrals'] as Cell[] | null, codes: body.errors?.map((one) => one.extensions.code) };
}

const among = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;
const services = ['CAMHS', 'SALT', 'NEURODEVELOPMENTAL'];
// As a file writes it, and as it is told.
const sexes = [
  ['F', 'FEMALE'],
  ['M', 'MALE'],
  ['U', 'UNKNOWN'],
] as const;
const ages = [
  ['2022-02-01', '0-5'],
  ['2017-01-01', '6-10'],
  ['2013-01-01', '11-15'],
  ['2009-12-31', '16'],
] as const;
const ethnicities = [
  ['A', 'A'],
  ['Z', 'Z'],
  ['99', 'UNKNOWN'],
  ['', 'UNKNOWN'],
] as const;
const endings = [
  ...([
    ['ACCEPTED_WAITING', 'accepted'],
    ['REJECTED', 'rejected'],
    ['REDIRECTED', 'redirected'],
  ] as const),
  ...([
    ['TRIAGE', null],
    ['SEEN_FIRST', 'accepted'],
    ['ACCEPTED_WAITING', 'accepted'],
    ['WITHDRAWN', null],
  ] as const),
] as const;

/** The lines of a referral, one a file, and what is then to be counted. */
function referred(n: number): { lines: Line[]; counted: Referred } {
  const receivedOn = n % 2 === 0 ? '2026-05-04' : '2026-07-06';
  const [service, sex, age] = [among(services, n), among(sexes, n), among(ages, n >> 1)];
  const [ethnicity, ending] = [among(ethnicities, n >> 2), among(endings, n)];
  const source = among(['A1', 'C2', ''], n >> 1);
  const over = { ...{ sex: sex[0], dob: age[0], ethnicity: ethnicity[0], referral_source: source }, service };
  const line = (status: string, on: string): Line =>
    listed(pupil(n), status, { ...over, received_on: receivedOn, status_on: on, reason: 'As agreed' });
  const of = { SERVICE: service, SOURCE: source || 'UNKNOWN', AGE: age[1], SEX: sex[1], ETHNICITY: ethnicity[1] };
  return {
    lines: [line('REFERRED', receivedOn), line(ending[0], '2026-11-02')],
    counted: { of, receivedOn, cameOfIt: ending[1], toldAfter: null },
  };
}

beforeAll(async () => {
  hub = await testHub();
  const made = [...Array(84).keys()].map(referred);
  for (const at of [0, 1])
    await take(
      hub,
      'waiting-list',
      made.map(({ lines }) => lines[at] ?? {}),
    );
  known.push(...made.map(({ counted }) => counted));
  await settle(hub);
  // The referrers of some of them are told, on the day or a while after it.
  for (const [n, days] of [
    [0, 0],
    [1, 3],
    [2, 10],
    [4, 17],
  ] as const)
    await told(n, days);
});

afterAll(() => hub.close());

async function told(n: number, days: number): Promise<void> {
  const { rows } = await hub.admin.query<{ id: string; version: number; day: string }>(
    `select id, version, ('2026-11-02'::date + $2::int)::text as day from health.waiting_list_entry where entry_ref = $1`,
    [`REF-${pupil(n).upn}`, days],
  );
  const [entry] = rows;
  const asked = { id: entry?.id, expectedVersion: entry?.version, toldOn: entry?.day, idempotencyKey: randomUUID() };
  const { body } = await hub.post(admin, tell, asked);
  expect(body.data?.['recordReferrerTold']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
  known.splice(n, 1, ...known.slice(n, n + 1).map((one) => ({ ...one, toldAfter: days })));
}

/** Counted once more, one after the other. */
function byHand(referrals: readonly Referred[], by: readonly (keyof Referred['of'])[]): Map<string, Cell> {
  const groups = new Map<string, Referred[]>();
  for (const one of referrals) {
    const key = JSON.stringify(by.map((dimension) => one.of[dimension]));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const count = (group: readonly Referred[], what: string) => group.filter(({ cameOfIt }) => cameOfIt === what).length;
  return new Map(
    [...groups].map(([key, group]) => {
      const days = group.flatMap(({ toldAfter }) => toldAfter ?? []).sort((a, b) => a - b);
      const middle = ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2;
      return [
        key,
        {
          ...{ key: JSON.parse(key) as string[], referrals: group.length, accepted: count(group, 'accepted') },
          ...{ redirected: count(group, 'redirected'), rejected: count(group, 'rejected'), suppressed: false },
          medianDaysToReferrerTold: days.length === 0 ? null : middle,
        },
      ];
    }),
  );
}

describe('referrals', () => {
  it.each([
    [[]],
    [['SERVICE']],
    [['SOURCE']],
    [['AGE']],
    [['SEX']],
    [['ETHNICITY']],
    [['SERVICE', 'SEX', 'AGE']],
  ] as const)('are told to their provider exactly, by %j', async (by) => {
    const { cells } = await ask(admin, by);
    const expected = byHand(known, by);
    expect(cells).toHaveLength(expected.size);
    for (const cell of cells ?? []) expect(cell).toMatchObject(expected.get(JSON.stringify(cell.key)) ?? {});
  });

  it('are those received from the one day to the other', async () => {
    const early = known.filter(({ receivedOn }) => receivedOn === '2026-05-04');
    const period = { from: '2026-05-04', to: '2026-05-04' };
    expect((await ask(admin, ['SEX'], period)).cells).toEqual(
      ['FEMALE', 'MALE', 'UNKNOWN'].map((key) =>
        expect.objectContaining({ ...byHand(early, ['SEX']).get(JSON.stringify([key])) }),
      ),
    );
    expect((await ask(admin, [], { from: '2026-05-05', to: '2026-07-05' })).cells).toMatchObject([
      { key: [], referrals: 0, accepted: 0, medianDaysToReferrerTold: null },
    ]);
  });

  it('are told to who plans services to the nearest five, where nothing small is left', async () => {
    const { cells } = await ask(commissioner, ['SERVICE']);
    const expected = byHand(known, ['SERVICE']);
    expect(cells).toHaveLength(3);
    for (const { key, referrals, suppressed } of cells ?? []) {
      expect(suppressed).toBe(false);
      expect(referrals).toBe(shownCount(expected.get(JSON.stringify(key))?.referrals ?? 0));
    }
    // Four referrers were told: too few children for a length of time.
    expect((await ask(commissioner, [])).cells).toMatchObject([
      { referrals: 85, accepted: 35, suppressed: false, medianDaysToReferrerTold: null },
    ]);
  });

  it('are not told to them of a day more or less, nor of two dimensions at once', async () => {
    const nothing = [{ key: [], referrals: null, accepted: null, suppressed: true }];
    expect((await ask(commissioner, [], { from: '2026-04-02', to: '2026-09-30' })).cells).toMatchObject(nothing);
    expect((await ask(commissioner, ['SERVICE', 'SEX'])).cells).toMatchObject(nothing);
  });

  it('are counted once where the wait goes on elsewhere, and not at all where entered in error', async () => {
    const at = (n: number, status: string, over: Line) =>
      take(hub, 'waiting-list', [
        listed(pupil(n), status, { status_on: '2026-11-10', received_on: '2026-05-04', ...over }),
      ]);
    const from = `XAC01|REF-${pupil(2).upn}`;
    const elsewhere = { provider_ods: 'XMH03', service: 'MENTAL_HEALTH_SUPPORT_TEAM', dob: '2017-01-01' };
    await at(2, 'REFERRED', { ...elsewhere, entry_ref: 'ON-2', continues_from: from });
    await at(90, 'REFERRED', { entry_ref: 'WRONG-90' });
    await at(90, 'ENTERED_IN_ERROR', { entry_ref: 'WRONG-90', status_on: '2026-11-11' });
    expect((await ask(admin, [])).cells).toMatchObject([{ referrals: known.length }]);
    expect((await ask({ ...admin, provider: 'XMH03' }, [])).cells).toMatchObject([{ referrals: 0 }]);
    expect((await ask(commissioner, ['SERVICE'])).cells?.map(({ key }) => key)).toEqual([
      ['CAMHS'],
      ['SALT'],
      ['NEURODEVELOPMENTAL'],
    ]);
  });

  it('leave out one that is kept to its provider, for everyone but the provider', async () => {
    const { rowCount } = await hub.admin.query(
      `update health.waiting_list_entry set confidential = true where provider_ods = 'XAC01' and service = 'SALT'`,
    );
    expect(rowCount).toBeGreaterThan(0);
    expect((await ask(commissioner, ['SERVICE'])).cells?.map(({ key }) => key)).not.toContainEqual(['SALT']);
    expect((await ask(admin, [])).cells).toMatchObject([{ referrals: known.length }]);
    await hub.admin.query('update health.waiting_list_entry set confidential = false');
  });

  it('are refused to who sees children, and for what cannot be asked', async () => {
    expect((await ask({ persona: 'senco' }, [])).codes).toEqual(['REFUSED']);
    expect((await ask(admin, [], { from: '2026-11-01', to: '2026-11-21' })).codes).toEqual(['INVALID_INPUT']);
    expect((await ask(admin, ['SEX', 'SEX'])).codes).toEqual(['INVALID_INPUT']);
  });
});
