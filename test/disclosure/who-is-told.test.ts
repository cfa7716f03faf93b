import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { hub as composed } from '../../cli/domains.js';
import { noticeSources } from '../../subgraphs/partnership/notice/notice-source.js';
import { toldOf } from '../../subgraphs/partnership/notice/told-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { toldAs } from '../../platform/vocabulary/facet.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit } from '../support/opening.js';

let hub: TestHub;
let partnership: Client;
let child: string;
let strange: string;

const council = `org:${place.council}`;
const elsewhere = '900002';

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
    { basis: 'TEAM_AROUND_SCHOOL', grantee: `team:tas:${place.school}` },
  ]);
  strange = await arrangeChild(hub.admin);
  await hub.admin.query(
    `insert into partnership.notice (child_id, domain, fact_key, told_as, kind, happened_on, organisation, fact, raised_at)
     select c, s.domain, c || s.domain || t || coalesce(o, ''), t, 'ROLL_ENDED', '2026-11-16', o, 'A fact.', '2026-11-16'
     from unnest($1::uuid[]) c, unnest($2::text[]) s(domain), unnest($3::text[]) t, unnest(array[null, $4]) o`,
    [[child, strange], noticeSources.map(({ domain }) => domain), [...toldAs], elsewhere],
  );
});

afterAll(() => hub.close());

type Asked = Pick<Asking, 'about' | 'tier' | 'act'>;
const facts: readonly Asked[] = noticeSources.map(({ domain, tier }) => ({ about: domain, tier, act: 'READ' }));
const own = { about: Domain.PARTNERSHIP, tier: 'T2', act: 'READ' } as const;
const marking = { ...own, act: 'WRITE' } as const;

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

/** Of every notice the login is shown: whose fact, and as what it is told. */
async function shown(): Promise<readonly string[]> {
  const { rows } = await partnership.query<{ of: string; child: string }>(
    `select domain || ' ' || told_as || coalesce(' ' || organisation, '') as of, child_id as child from partnership.notice order by 1`,
  );
  expect(rows.filter((row) => row.child !== child)).toEqual([]);
  return rows.map((row) => row.of);
}

const [EDUCATION, HEALTH, SOCIAL_CARE] = ['EDUCATION', 'HEALTH', 'SOCIAL_CARE'];
const rows: readonly (readonly [string, As, readonly string[]])[] = [
  [
    'a social worker',
    { persona: 'social-worker' },
    [`${EDUCATION} TOLD_AS_SOCIAL_WORKER`, `${HEALTH} TOLD_AS_SOCIAL_WORKER`],
  ],
  [
    'a social worker for direct care',
    { persona: 'social-worker', purpose: 'DIRECT_CARE' },
    [`${EDUCATION} TOLD_AS_SOCIAL_WORKER`, `${HEALTH} TOLD_AS_SOCIAL_WORKER`],
  ],
  ['a social worker among a school’s team', { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' }, []],
  ['another social worker', { persona: 'social-worker', claims: { sub: 'sw-009' } }, []],
  ['a manager of social workers', { persona: 'social-work-team-manager' }, []],
  ['the head of the virtual school', { persona: 'virtual-school-head' }, [`${EDUCATION} TOLD_AS_VIRTUAL_SCHOOL_HEAD`]],
  ['an adviser', { persona: 'virtual-school-adviser' }, [`${EDUCATION} TOLD_AS_VIRTUAL_SCHOOL_ADVISER`]],
  [
    'a safeguarding lead',
    { persona: 'designated-safeguarding-lead' },
    [`${EDUCATION} TOLD_AS_SCHOOL`, `${HEALTH} TOLD_AS_SCHOOL`, `${SOCIAL_CARE} TOLD_AS_SCHOOL`],
  ],
  [
    'a safeguarding lead among a school’s team',
    { persona: 'designated-safeguarding-lead', purpose: 'TEAM_AROUND_SCHOOL' },
    [`${EDUCATION} TOLD_AS_SCHOOL`],
  ],
  ['a SENCO', { persona: 'senco' }, [`${EDUCATION} TOLD_AS_SCHOOL`]],
  ['a SENCO who safeguards', { persona: 'senco', purpose: 'SAFEGUARDING' }, [`${EDUCATION} TOLD_AS_SCHOOL`]],
  ['a headteacher', { persona: 'headteacher' }, [`${EDUCATION} TOLD_AS_SCHOOL`]],
  ['another school’s SENCO', { persona: 'senco', school: elsewhere }, []],
  ['a clinician', { persona: 'camhs-clinician' }, []],
  ['a SEND officer', { persona: 'send-officer' }, []],
  ['an educational psychologist', { persona: 'educational-psychologist' }, []],
  ['the lead of a team around a school', { persona: 'team-around-school-lead' }, []],
  ['a match reviewer', { persona: 'match-reviewer' }, []],
];

const marked = (whose: string, organisation: string) =>
  partnership.query(
    `insert into partnership.notice_mark (notice_id, organisation, version, child_id, read_at, actor, actor_name, actor_role)
     select id, $2, 2, child_id, now(), 'somebody', 'Somebody', 'social-worker' from partnership.notice where told_as = $1 and organisation is null`,
    [whose, organisation],
  );

const denied = { code: '42501' };
const worker: As = { persona: 'social-worker' };
const head: As = { persona: 'virtual-school-head' };

describe('notices, asked for under the partnership’s own login', () => {
  it('are there for nobody without a unit, nor under the partnership’s own word alone', async () => {
    expect(await shown()).toEqual([]);
    expect(await opened(worker, [own, marking], shown)).toEqual([]);
  });

  it.each(rows)('are shown to %s as far as they are told', async (_who, as, expected) => {
    expect(await opened(as, facts, shown)).toEqual(expected);
  });

  it.each<[string, As]>([
    ['a headteacher', { persona: 'headteacher' }],
    ['a SEND officer', { persona: 'send-officer' }],
  ])('are shown to %s no more where the child was opened to record provision', async (_who, as) => {
    const writes = facts.map((one) => ({ ...one, act: 'WRITE' }) as const);
    expect(await opened(as, [...writes, own, marking], shown)).toEqual([]);
  });

  it('for one organisation are shown to that alone', async () => {
    await hub.admin.query('update partnership.notice set organisation = $1 where organisation = $2', [
      place.school,
      elsewhere,
    ]);
    const told = await opened({ persona: 'senco' }, facts, shown);
    expect(told).toEqual([`${EDUCATION} TOLD_AS_SCHOOL`, `${EDUCATION} TOLD_AS_SCHOOL ${place.school}`]);
    await hub.admin.query('update partnership.notice set organisation = $2 where organisation = $1', [
      place.school,
      elsewhere,
    ]);
  });

  it('are raised, changed and taken away by nobody who is told of them', async () => {
    const all = [...facts, ...facts.map((one) => ({ ...one, act: 'WRITE' }) as const), own, marking];
    await expect(
      opened(worker, all, () =>
        partnership.query(
          `insert into partnership.notice (child_id, domain, fact_key, told_as, kind, happened_on, fact, raised_at)
           values ($1, 'EDUCATION', 'k', 'TOLD_AS_SOCIAL_WORKER', 'ROLL_ENDED', '2026-11-16', 'A fact.', now())`,
          [child],
        ),
      ),
    ).rejects.toMatchObject(denied);
    const counts = await opened(worker, all, async () => [
      (await partnership.query(`update partnership.notice set fact = 'Another.'`)).rowCount,
      (await partnership.query('delete from partnership.notice')).rowCount,
    ]);
    expect(counts).toEqual([0, 0]);
  });

  it('are marked by whoever is told, for their own organisation', async () => {
    const all = [...facts, marking];
    // Of education's facts and of health's.
    expect((await opened(worker, all, () => marked('TOLD_AS_SOCIAL_WORKER', place.council))).rowCount).toBe(2);
    expect((await opened(head, all, () => marked('TOLD_AS_VIRTUAL_SCHOOL_HEAD', place.council))).rowCount).toBe(1);
    // Another's notice is not there to be marked.
    expect((await opened(head, all, () => marked('TOLD_AS_SOCIAL_WORKER', place.council))).rowCount).toBe(0);
    await expect(opened(worker, all, () => marked('TOLD_AS_SOCIAL_WORKER', place.school))).rejects.toMatchObject(
      denied,
    );
    await expect(
      opened(worker, [...facts, own], () => marked('TOLD_AS_SOCIAL_WORKER', place.council)),
    ).rejects.toMatchObject(denied);
  });

  it('are told of by rules, each kind to somebody', () => {
    const opening = composed.schemas.flatMap(({ policies }) => policies.flatMap(({ rules }) => rules));
    const known = new Set(opening.flatMap(({ facets }) => facets));
    for (const told of Object.values(toldOf)) expect(told.filter((facet) => known.has(facet))).toEqual(told);
  });
});
