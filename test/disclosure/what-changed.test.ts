import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { changeSources, ownTiers } from '../../subgraphs/partnership/change/change-source.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit } from '../support/opening.js';
import { shareAs } from '../support/share-as.js';

let hub: TestHub;
let partnership: Client;
let child: string;
let strange: string;

const council = `org:${place.council}`;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  child = await arrangeChild(hub.admin, [
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'CASELOAD', grantee: 'person:swm-001' },
    { basis: 'LOOKED_AFTER_DUTY', grantee: council },
    { basis: 'PLAN_DUTY', grantee: council },
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
    { basis: 'REFERRAL', grantee: `org:${place.provider}` },
    { basis: 'RESIDENCE', grantee: council },
    { basis: 'MATCH_REVIEW', grantee: council },
  ]);
  strange = await arrangeChild(hub.admin);
  await hub.admin.query(
    `insert into partnership.change (child_id, domain, tier, change_key, facet, at, heard_at, what)
     select c, s.domain, s.tier, s.domain || s.tier || coalesce(f, ''), f, now(), now(), s.tier || coalesce(' ' || f, '')
     from unnest($1::uuid[]) c, unnest($2::text[], $3::text[]) s(domain, tier), unnest(array[null, 'HISTORY']) f`,
    [[child, strange], standing.map(({ about }) => about), standing.map(({ tier }) => tier)],
  );
  await hub.admin.query(
    `insert into partnership.change (child_id, domain, tier, change_key, team_urn, at, heard_at, what)
     select c, 'PARTNERSHIP', 'T2', urn, urn, now(), now(), case urn when $2 then 'T2 of a team' else 'T2 of another' end
     from unnest($1::uuid[]) c, unnest(array[$2, '900002']) urn`,
    [[child, strange], place.school],
  );
  // A review is told until its school year ends.
  await hub.admin.query(
    `update partnership.change set told_from = '2026-10-01', told_until = '2027-09-01' where domain = 'EDUCATION' and tier = 'T3'`,
  );
  await hub.admin.query(
    `insert into partnership.change (child_id, domain, tier, change_key, told_from, told_until, at, heard_at, what)
     select c, 'EDUCATION', 'T3', f, f::date, u::date, now(), now(), 'T3 of another year'
     from unnest($1::uuid[]) c, (values ('2026-07-01', '2026-09-01'), ('2026-11-21', '2027-09-01')) v(f, u)`,
    [[child, strange]],
  );
});

afterAll(() => hub.close());

/** What a change can stand under. */
const standing = [
  { about: Domain.EDUCATION, tier: 'T2' },
  { about: Domain.EDUCATION, tier: 'T3' },
  { about: Domain.HEALTH, tier: 'T3' },
  { about: Domain.PARTNERSHIP, tier: 'T1' },
  { about: Domain.PARTNERSHIP, tier: 'T2' },
  { about: Domain.PARTNERSHIP, tier: 'T3' },
  { about: Domain.PARTNERSHIP, tier: 'T4' },
  { about: Domain.SOCIAL_CARE, tier: 'T3' },
  { about: Domain.VIRTUAL_SCHOOL, tier: 'T2' },
] as const;

type Asked = Pick<Asking, 'about' | 'tier' | 'act'>;
const facts: readonly Asked[] = standing.map((one) => ({ ...one, act: 'READ' }));

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

/** Of every change the login is shown: what it stands under. */
async function shown(): Promise<readonly string[]> {
  const { rows } = await partnership.query<{ of: string; child: string }>(
    `select domain || ' ' || what as of, child_id as child from partnership.change order by 1`,
  );
  expect(rows.filter((row) => row.child !== child)).toEqual([]);
  return rows.map((row) => row.of);
}

const [EDUCATION, REVIEW, HEALTH, WHO, AGREED, AGENDA, DECIDED, ON_PLAN, SOCIAL_CARE, PAST, VIRTUAL_SCHOOL] = [
  ...[
    'EDUCATION T2',
    'EDUCATION T3',
    'HEALTH T3',
    'PARTNERSHIP T1',
    'PARTNERSHIP T2',
    'PARTNERSHIP T2 of a team',
    'PARTNERSHIP T3',
  ],
  ...['PARTNERSHIP T4', 'SOCIAL_CARE T3', 'SOCIAL_CARE T3 HISTORY', 'VIRTUAL_SCHOOL T2'],
] as const;
const present = [EDUCATION, REVIEW, HEALTH, WHO, SOCIAL_CARE, VIRTUAL_SCHOOL];
const ofSchool = [EDUCATION, REVIEW, HEALTH, WHO, AGREED, AGENDA, SOCIAL_CARE, VIRTUAL_SCHOOL];
const everything = [EDUCATION, REVIEW, HEALTH, WHO, AGREED, ON_PLAN, SOCIAL_CARE, PAST, VIRTUAL_SCHOOL];
const rows: readonly (readonly [string, As, readonly string[]])[] = [
  ['a SENCO', { persona: 'senco' }, ofSchool],
  ['a headteacher', { persona: 'headteacher' }, ofSchool],
  ['a safeguarding lead', { persona: 'designated-safeguarding-lead' }, ofSchool],
  ['another school’s SENCO', { persona: 'senco', school: '900002' }, []],
  ['a social worker', { persona: 'social-worker' }, everything],
  [
    'a social worker among a school’s team',
    { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' },
    [WHO, AGREED, SOCIAL_CARE, PAST, VIRTUAL_SCHOOL],
  ],
  ['another social worker', { persona: 'social-worker', claims: { sub: 'sw-009' } }, []],
  ['a manager of social workers', { persona: 'social-work-team-manager' }, everything],
  ['the head of the virtual school', { persona: 'virtual-school-head' }, everything],
  ['an adviser', { persona: 'virtual-school-adviser' }, everything],
  ['a clinician', { persona: 'camhs-clinician' }, [EDUCATION, HEALTH, WHO, SOCIAL_CARE]],
  ['a keeper of a waiting list', { persona: 'health-admin' }, [HEALTH, WHO]],
  ['a SEND officer', { persona: 'send-officer' }, present],
  ['an educational psychologist', { persona: 'educational-psychologist' }, present],
  ['the lead of a team around a school', { persona: 'team-around-school-lead' }, []],
  ['an analyst', { persona: 'analyst' }, []],
  ['a match reviewer', { persona: 'match-reviewer' }, [WHO, DECIDED]],
];

describe('what changed, asked for under the partnership’s own login', () => {
  it('is there for nobody without a unit', async () => {
    expect(await shown()).toEqual([]);
  });

  it.each(rows)('is shown to %s as far as its domain shows such facts', async (_who, as, expected) => {
    expect(await opened(as, facts, shown)).toEqual(expected);
  });

  it('is not shown under another permit than its own, nor under another tier', async () => {
    const worker: As = { persona: 'social-worker' };
    for (const { about, tier } of standing) {
      const others = facts.filter((one) => one.about !== about || one.tier !== tier);
      const seen = await opened(worker, others, shown);
      expect(seen).toEqual(everything.filter((of) => !of.startsWith(`${about} ${tier}`)));
    }
  });

  it('is told, changed and taken away by nobody to whom it is shown', async () => {
    const worker: As = { persona: 'social-worker' };
    const all = [...facts, ...facts.map((one) => ({ ...one, act: 'WRITE' }) as const)];
    await expect(
      opened(worker, all, () =>
        partnership.query(
          `insert into partnership.change (child_id, domain, tier, change_key, at, heard_at, what)
           values ($1, 'PARTNERSHIP', 'T4', 'k', now(), now(), 'A fact')`,
          [child],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const counts = await opened(worker, all, async () => [
      (await partnership.query(`update partnership.change set what = 'Another'`)).rowCount,
      (await partnership.query('delete from partnership.change')).rowCount,
    ]);
    expect(counts).toEqual([0, 0]);
  });
});

describe('what changed, asked for in the graph', () => {
  const question = 'query Changes { changes(since: "2026-01-01T00:00:00Z") { domain what child { id } } }';
  const own = ownTiers.map((tier) => ({ domain: Domain.PARTNERSHIP, tier }));
  const fed = new Set([...changeSources, ...own].map(({ domain, tier }) => `${domain} ${tier}`));

  async function told(as: As): Promise<readonly string[]> {
    const { data, errors } = await hub.ask('partnership', as, question);
    expect(errors).toBeUndefined();
    const { changes } = data as { changes: { domain: string; what: string; child: { id: string } }[] };
    expect(changes.filter((one) => one.child.id !== child)).toEqual([]);
    return changes.map(({ domain, what }) => `${domain} ${what}`).sort();
  }

  it.each(rows.filter(([, { persona }]) => persona !== 'analyst'))(
    'is told to %s alike',
    async (_who, as, expected) => {
      expect(await told(as)).toEqual(expected.filter((of) => fed.has(of.replace(/ (HISTORY|of a team)$/, ''))));
    },
  );

  it('is nothing of a child who has died, or is hidden', async () => {
    const worker: As = { persona: 'social-worker' };
    await hub.admin.query(`insert into access.death values ($1, '2026-11-18')`, [child]);
    expect(await told(worker)).toEqual([]);
    await hub.admin.query('delete from access.death');
    expect(await told(worker)).not.toEqual([]);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [child]);
    expect(await told(worker)).toEqual([]);
    await hub.admin.query('delete from access.restriction');
  });

  it('is not told of a record that is shared in part', async () => {
    const worker: As = { persona: 'social-worker' };
    expect(await told(worker)).toContain(HEALTH);
    await shareAs(hub, 'REDACTED', { about: Domain.HEALTH, tier: 'T3' });
    expect(await told(worker)).not.toContain(HEALTH);
    await shareAs(hub, 'FULL', { about: Domain.HEALTH, tier: 'T3' });
  });

  it('is of nobody’s look but the caller’s own', async () => {
    await told({ persona: 'senco' });
    await told({ persona: 'social-worker' });
    const looks = () => partnership.query('select role from partnership.look');
    expect((await looks()).rows).toEqual([]);
    const worker: As = { persona: 'social-worker' };
    expect((await opened(worker, facts, looks)).rows).toEqual([{ role: 'social-worker' }]);
    expect(
      (await opened(worker, facts, () => partnership.query('update partnership.look set last = now()'))).rowCount,
    ).toBe(1);
    await expect(
      opened(worker, facts, () =>
        partnership.query(`insert into partnership.look values ('senco.900001', '900001', 'senco', null, now())`),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
