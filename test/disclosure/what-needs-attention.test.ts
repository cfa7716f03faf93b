import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { attentionTiers as tiers } from '../../subgraphs/partnership/attention/attention-source.js';
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
  ]);
  strange = await arrangeChild(hub.admin);
  await hub.admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, facet, kind, fact, since, stands_from)
     select c, s.domain, s.tier, s.domain || coalesce(f, ''), f, 'PART_TIME', 'A fact.', '2026-11-16', '2026-11-16'
     from unnest($1::uuid[]) c, unnest($2::text[], $3::text[]) s(domain, tier), unnest(array[null, 'HISTORY']) f`,
    [[child, strange], tiers.map(({ domain }) => domain), tiers.map(({ tier }) => tier)],
  );
  // Over these are two domains' rules: one that still stands, and one that is over.
  await hub.admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, besides, kind, fact, since, stands_from, stands_until)
     select c, 'SOCIAL_CARE', 'T3', 'of two ' || coalesce(d::text, ''), 'VIRTUAL_SCHOOL', 'PEP_OVERDUE', 'A fact.', '2026-11-16', '2026-11-16', d
     from unnest($1::uuid[]) c, unnest(array[null, date '2026-11-20']) d`,
    [[child, strange]],
  );
});

afterAll(() => hub.close());

type Asked = Pick<Asking, 'about' | 'tier' | 'act'>;
const facts: readonly Asked[] = tiers.map(({ domain, tier }) => ({ about: domain, tier, act: 'READ' }));

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

/** Of every fact the login is shown: whose it is, and what it takes besides the tier. */
async function shown(): Promise<readonly string[]> {
  const { rows } = await partnership.query<{ of: string; child: string }>(
    `select domain || coalesce(' ' || facet, '') || coalesce(' and ' || besides, '') || case when stands_until is null then '' else ', over' end as of,
       child_id as child from partnership.attention_fact order by 1`,
  );
  expect(rows.filter((row) => row.child !== child)).toEqual([]);
  return rows.map((row) => row.of);
}

const [EDUCATION, HEALTH, SOCIAL_CARE, PAST, VIRTUAL_SCHOOL] = [
  ...['EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'SOCIAL_CARE HISTORY', 'VIRTUAL_SCHOOL'],
] as const;
const [OF_TWO, OF_TWO_PAST] = ['SOCIAL_CARE and VIRTUAL_SCHOOL', 'SOCIAL_CARE and VIRTUAL_SCHOOL, over'] as const;
const present = [EDUCATION, HEALTH, SOCIAL_CARE, OF_TWO, VIRTUAL_SCHOOL];
const everything = [EDUCATION, HEALTH, SOCIAL_CARE, PAST, OF_TWO, OF_TWO_PAST, VIRTUAL_SCHOOL];
const rows: readonly (readonly [string, As, readonly string[]])[] = [
  ['a SENCO', { persona: 'senco' }, present],
  ['a headteacher', { persona: 'headteacher' }, present],
  ['a safeguarding lead', { persona: 'designated-safeguarding-lead' }, present],
  ['another school’s SENCO', { persona: 'senco', school: '900002' }, []],
  ['a social worker', { persona: 'social-worker' }, everything],
  [
    'a social worker among a school’s team',
    { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' },
    [SOCIAL_CARE, PAST, OF_TWO, OF_TWO_PAST, VIRTUAL_SCHOOL],
  ],
  ['another social worker', { persona: 'social-worker', claims: { sub: 'sw-009' } }, []],
  ['a manager of social workers', { persona: 'social-work-team-manager' }, everything],
  ['the head of the virtual school', { persona: 'virtual-school-head' }, everything],
  ['an adviser', { persona: 'virtual-school-adviser' }, everything],
  ['a clinician', { persona: 'camhs-clinician' }, [EDUCATION, HEALTH, SOCIAL_CARE]],
  ['a keeper of a waiting list', { persona: 'health-admin' }, [HEALTH]],
  ['a SEND officer', { persona: 'send-officer' }, present],
  ['an educational psychologist', { persona: 'educational-psychologist' }, present],
  ['the lead of a team around a school', { persona: 'team-around-school-lead' }, []],
  ['an analyst', { persona: 'analyst' }, []],
  ['a match reviewer', { persona: 'match-reviewer' }, []],
];

describe('what needs attention, asked for under the partnership’s own login', () => {
  it('is there for nobody without a unit, nor under the partnership’s own word', async () => {
    expect(await shown()).toEqual([]);
    const own = { about: Domain.PARTNERSHIP, tier: 'T2', act: 'READ' } as const;
    expect(await opened({ persona: 'senco' }, [own], shown)).toEqual([]);
  });

  it.each(rows)('is shown to %s as far as its domain shows such facts', async (_who, as, expected) => {
    expect(await opened(as, facts, shown)).toEqual(expected);
  });

  it('is not shown under another domain’s permit, nor under another tier', async () => {
    const worker: As = { persona: 'social-worker' };
    for (const { domain } of tiers) {
      const others = facts.filter(({ about }) => about !== domain);
      expect((await opened(worker, others, shown)).filter((of) => of.startsWith(domain))).toEqual([]);
    }
    await hub.admin.query(`update partnership.attention_fact set tier = 'T4'`);
    expect(await opened(worker, facts, shown)).toEqual([]);
    await hub.admin.query(
      `update partnership.attention_fact f set tier = s.tier from unnest($1::text[], $2::text[]) s(domain, tier) where s.domain = f.domain`,
      [tiers.map(({ domain }) => domain), tiers.map(({ tier }) => tier)],
    );
  });

  it('is told, changed and taken away by nobody to whom it is shown', async () => {
    const worker: As = { persona: 'social-worker' };
    const all = [...facts, ...facts.map((one) => ({ ...one, act: 'WRITE' }) as const)];
    await expect(
      opened(worker, all, () =>
        partnership.query(
          `insert into partnership.attention_fact (child_id, domain, tier, fact_key, kind, fact, since, stands_from)
           values ($1, 'EDUCATION', 'T2', 'k', 'PART_TIME', 'A fact.', '2026-11-16', '2026-11-16')`,
          [child],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const counts = await opened(worker, all, async () => [
      (await partnership.query(`update partnership.attention_fact set fact = 'Another.'`)).rowCount,
      (await partnership.query('delete from partnership.attention_fact')).rowCount,
    ]);
    expect(counts).toEqual([0, 0]);
  });
});

describe('what needs attention, asked for in the graph', () => {
  const question = 'query Attention($id: ID!) { child(id: $id) { attention { domain fact } } }';
  const told = async (as: As): Promise<readonly string[] | null> => {
    const { data, errors } = await hub.ask('partnership', as, question, { id: child });
    expect(errors).toBeUndefined();
    const { child: seen } = data as { child: { attention: readonly { domain: string }[] } | null };
    return seen?.attention.map(({ domain }) => domain).sort() ?? null;
  };
  const domains = (expected: readonly string[]): string[] => expected.map((of) => of.split(' ')[0] ?? '');

  it.each(rows.filter(([, { persona }]) => persona !== 'analyst'))(
    'is told to %s alike',
    async (_who, as, expected) => {
      expect((await told(as)) ?? []).toEqual(domains(expected));
    },
  );

  it('is nothing of a child who has died, or is hidden', async () => {
    const worker: As = { persona: 'social-worker' };
    await hub.admin.query(`insert into access.death values ($1, '2026-11-18')`, [child]);
    expect(await told(worker)).toEqual([]);
    await hub.admin.query('delete from access.death');
    expect(await told(worker)).not.toEqual([]);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [child]);
    expect(await told(worker)).toBeNull();
    await hub.admin.query('delete from access.restriction');
  });

  it('is not told of a record that is shared in part', async () => {
    const worker: As = { persona: 'social-worker' };
    await shareAs(hub, 'REDACTED', { about: Domain.EDUCATION, tier: 'T2' });
    expect(await told(worker)).not.toContain('EDUCATION');
    expect(await told(worker)).toContain('SOCIAL_CARE');
    await shareAs(hub, 'FULL', { about: Domain.EDUCATION, tier: 'T2' });
    const ofSocialCare = async () => (await told(worker))?.filter((domain) => domain === 'SOCIAL_CARE');
    expect(await ofSocialCare()).toHaveLength(4);
    await shareAs(hub, 'REDACTED', { about: Domain.VIRTUAL_SCHOOL, tier: 'T2' });
    expect(await ofSocialCare()).toHaveLength(2);
    await shareAs(hub, 'FULL', { about: Domain.VIRTUAL_SCHOOL, tier: 'T2' });
  });
});
