import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit } from '../support/opening.js';
import { settle } from '../support/settle.js';
import { shareAs } from '../support/share-as.js';

let hub: TestHub;
let partnership: Client;
let child: string;

const council = `org:${place.council}`;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  child = await arrangeChild(hub.admin, [
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'PLAN_DUTY', grantee: council },
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
    { basis: 'REFERRAL', grantee: `org:${place.provider}` },
    { basis: 'RESIDENCE', grantee: council },
  ]);
  // Of today, of the past, and to come; the day is 20 November 2026.
  await hub.admin.query(
    `insert into social_care.allocation (child_id, council, worker_id, worker_name, role, held_from, held_until)
     select $1, '990', w, w, 'OTHER', f::date, u::date
     from (values ('Past', '2026-01-05', '2026-11-20'), ('To come', '2026-11-21', null), ('Today', '2026-11-20', '2026-11-21')) v(w, f, u)`,
    [child],
  );
  await hub.admin.query(
    `insert into social_care.care_plan (child_id, source, source_ref, kind, started_on, ended_on)
     select $1, 'cin-census', k || s, k, s::date, e::date
     from (values ('CHILD_PROTECTION', '2026-03-02', null), ('CHILD_IN_NEED', '2026-03-02', null),
       ('CHILD_PROTECTION', '2025-03-02', '2025-09-01')) v(k, s, e)`,
    [child],
  );
  await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('allocation-changed', $1)`, [child]);
  await settle(hub);
});

afterAll(() => hub.close());

interface Told {
  readonly domain: string;
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

async function told(as: As, first = 500, after: string | null = null) {
  const question = `query Changes($first: Int, $after: String) { changes(since: "2026-01-01T00:00:00Z", first: $first, after: $after) { id domain what from to } }`;
  const { data, errors } = await hub.ask('partnership', as, question, { first, after });
  expect(errors).toBeUndefined();
  return (data as { changes: (Told & { id: string })[] }).changes;
}
const ofCare = async (as: As): Promise<string[]> =>
  (await told(as))
    .filter(({ domain }) => domain === 'SOCIAL_CARE')
    .map((one) => [one.what, one.from, one.to].join('|'))
    .sort();

const now = [
  'Child protection plan||Open from 2 March 2026',
  'Social worker||Jo Marsden, from 2 March 2026',
  'Worker in social care||Today, from 20 November 2026 until 21 November 2026',
];
const toSchool: readonly As[] = [
  { persona: 'senco' },
  { persona: 'headteacher' },
  { persona: 'designated-safeguarding-lead' },
  { persona: 'camhs-clinician' },
  { persona: 'send-officer' },
];

describe('what is so now of social care', () => {
  it.each(toSchool)('is told to $persona, who is not told what was', async (as) => {
    expect(await ofCare(as)).toEqual(now);
  });

  it('is told as the change it is to whom the past is shown, and not besides', async () => {
    for (const as of [{ persona: 'social-worker' }, { persona: 'virtual-school-adviser' }] as const) {
      const changes = await ofCare(as);
      expect(new Set(changes).size).toBe(changes.length);
      expect(changes).toEqual(
        [
          ...now,
          'Child in need plan||Open from 2 March 2026',
          'Child protection plan||Open from 2 March 2025 until 1 September 2025',
          'Social care status||Child protection plan, from 2 March 2026',
          'Worker in social care||Past, from 5 January 2026 until 20 November 2026',
          'Worker in social care||To come, from 21 November 2026',
        ].sort(),
      );
    }
  });

  it('takes no place in a page that it is not told on, and is told once in pages', async () => {
    const worker: As = { persona: 'social-worker' };
    const whole = await told(worker);
    const found: typeof whole = [];
    for (let after: string | null = null, full = true; full; after = found.at(-1)?.id ?? null) {
      const page = await told(worker, 2, after);
      found.push(...page);
      full = page.length === 2;
    }
    expect(found).toEqual(whole);
  });

  it('is told to nobody with whom social care’s record is shared in part, nor of a child who has died', async () => {
    const senco: As = { persona: 'senco' };
    await shareAs(hub, 'REDACTED', { about: Domain.SOCIAL_CARE, tier: 'T3' });
    expect(await ofCare(senco)).toEqual([]);
    await shareAs(hub, 'FULL', { about: Domain.SOCIAL_CARE, tier: 'T3' });
    await hub.admin.query(`insert into access.death values ($1, '2026-11-18')`, [child]);
    expect(await ofCare(senco)).toEqual([]);
    await hub.admin.query('delete from access.death');
    expect(await ofCare(senco)).toEqual(now);
  });

  it('is shown by row-level security on its days alone', async () => {
    const voucher = await hub.voucher({ persona: 'senco' });
    await partnership.query('begin');
    const care = asking(Domain.PARTNERSHIP, [child], { about: Domain.SOCIAL_CARE, tier: 'T3', act: 'READ' });
    await openUnit(partnership, voucher, [care]);
    const { rows } = await partnership.query<{ became: string }>(
      `select what || '||' || became as became from partnership.change where domain = 'SOCIAL_CARE' order by 1`,
    );
    await partnership.query('rollback');
    expect(rows.map(({ became }) => became).sort()).toEqual(now);
  });
});
