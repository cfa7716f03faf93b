import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { personas } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';
import { settle } from '../support/settle.js';
import { onRoll, pupil, suspended, take } from '../support/partner-files.js';

let hub: TestHub;
let id: string;

const school = '900001';
const child = pupil(1);
const head: As = { persona: 'headteacher' };
const clinician: As = { persona: 'camhs-clinician' };
const documentOf = (name: string): string => operations().find((one) => one.name === name)?.text ?? '';

interface Risk {
  readonly version: number;
}

async function ask(as: As): Promise<{ risk: Risk | null; code: string | undefined }> {
  const { body } = await hub.post(as, documentOf('child-risk-of-exclusion'), { id });
  const told = body.data?.['child'] as { education: { riskOfExclusion: Risk | null } | null } | null;
  return { risk: told?.education?.riskOfExclusion ?? null, code: body.errors?.[0]?.extensions.code };
}

const said = (over: object = {}): Record<string, unknown> => ({
  ...{ childId: id, reviewedOn: '2026-11-18', interventionsTried: ['Mentor', 'Quiet room'] },
  ...{ pupilWords: 'Mornings are loud.', expectedVersion: 0, idempotencyKey: randomUUID(), ...over },
});

const record = async (as: As, over: object = {}) => {
  const { body } = await hub.post(as, documentOf('record-risk-review'), said(over));
  return { risk: body.data?.['recordRiskReview'] ?? null, code: body.errors?.[0]?.extensions.code };
};

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
  await take(hub, 'suspensions', [
    suspended(child, school, '2026-11-09', '2'),
    suspended(child, school, '2026-11-16', '2'),
  ]);
  const find = 'query Find($value: String!) { childByIdentifier(type: UPN, value: $value) { id } }';
  const { body } = await hub.post({ persona: 'senco' }, find, { value: child.upn });
  id = (body.data?.['childByIdentifier'] as { id: string }).id;
  await hub.admin.query(
    `insert into access.relationship (child_id, grantee, basis, reference, valid)
     values ($1, 'person:sw-001', 'CASELOAD', 'test', '[2026-01-01,)'), ($1, 'org:990', 'LOOKED_AFTER_DUTY', 'test', '[2026-01-01,)'),
       ($1, 'org:XAC01', 'REFERRAL', 'test', '[2026-01-01,)')`,
    [id],
  );
  // From here on a feed hears of the child by what is recorded alone.
  await settle(hub);
});

afterAll(() => hub.close());

describe('the risk that a child is excluded', () => {
  it('is flagged by two suspensions of a half-term', async () => {
    expect(await ask(head)).toMatchObject({
      code: undefined,
      risk: { flaggedOn: '2026-11-16', interventionsTried: [], reviewedOn: null, version: 0, reviews: [] },
    });
  });

  it('is recorded once for a key with what was tried and the pupil’s words, and nobody overwrites another', async () => {
    const idempotencyKey = randomUUID();
    const first = { risk: { reviewedOn: '2026-11-18', interventionsTried: ['Mentor', 'Quiet room'], version: 1 } };
    expect(await record(head, { idempotencyKey })).toMatchObject(first);
    expect(await record(head, { idempotencyKey })).toMatchObject(first);
    expect(await record(head)).toEqual({ risk: null, code: 'CONFLICT' });
    const next = {
      expectedVersion: 1,
      reviewedOn: '2026-11-19',
      interventionsTried: ['Mentor', 'Part days'],
      pupilWords: null,
    };
    expect(await record({ persona: 'virtual-school-head' }, next)).toMatchObject({
      risk: { flaggedOn: '2026-11-16', interventionsTried: ['Mentor', 'Quiet room', 'Part days'], version: 2 },
    });
    const voice = { by: 'child', on: '2026-11-18', words: 'Mornings are loud.', concerning: 'the risk of exclusion' };
    expect(await ask({ persona: 'social-worker' })).toMatchObject({
      risk: {
        reviews: [
          { recordedBy: 'headteacher', pupilVoice: voice },
          { recordedBy: 'virtual-school-head', pupilVoice: null },
        ],
      },
    });
  });

  it('is not for a clinician who sees the education record, nor for another school', async () => {
    expect(await ask(clinician)).toMatchObject({ risk: null, code: 'REFUSED' });
    expect(await ask({ persona: 'senco', school: '900002' })).toEqual({ risk: null, code: undefined });
  });

  it.each<[string, As, object, string]>([
    ['another school', { persona: 'senco', school: '900002' }, {}, 'NOT_FOUND'],
    ['a social worker', { persona: 'social-worker' }, {}, 'REFUSED'],
    ['a clinician', clinician, {}, 'REFUSED'],
    ['the school, of nobody', head, { childId: 'nobody' }, 'NOT_FOUND'],
    ['the school, of a day to come', head, { reviewedOn: '2026-11-23' }, 'INVALID_INPUT'],
    ['the school, of an earlier school year', head, { reviewedOn: '2026-08-31' }, 'INVALID_INPUT'],
    ['the school, of nothing tried', head, { interventionsTried: [] }, 'INVALID_INPUT'],
    ['the school, of blanks', head, { interventionsTried: ['Mentor', ' '] }, 'INVALID_INPUT'],
    ['the school, with no words of the pupil’s', head, { pupilWords: ' ' }, 'INVALID_INPUT'],
  ])('is not recorded by %s', async (_, as, over, code) => {
    expect(await record(as, { expectedVersion: 2, ...over })).toEqual({ risk: null, code });
  });
});

describe('that the risk was reviewed', () => {
  const what = 'Risk of an exclusion';

  /** What of reviews somebody is told as news, the latest first. */
  async function news(as: As) {
    const { body, text } = await hub.post(as, documentOf('changes'), { since: '2026-01-01T00:00:00.000Z', first: 500 });
    expect(body.errors).toBeUndefined();
    const all = body.data?.['changes'] as readonly { readonly what: string; readonly to: string; by: string | null }[];
    return { text, of: all.filter((one) => one.what === what).map(({ to, by }) => [to, by]) };
  }

  it('is told as news to whom reviews are shown, on which day and no more', async () => {
    await settle(hub);
    for (const persona of ['headteacher', 'social-worker', 'virtual-school-head'] as const) {
      const { of, text } = await news({ persona });
      expect(of).toEqual([
        ['Reviewed on 19 November 2026', null],
        ['Reviewed on 18 November 2026', null],
      ]);
      expect(text).not.toMatch(/Mentor|Quiet room|Part days|Mornings/);
    }
    expect((await news(clinician)).of).toEqual([]);
    expect((await news({ persona: 'senco', school: '900002' })).of).toEqual([]);
    expect((await news({ persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' })).of).toEqual([]);
  });
});

describe('reviews that are recorded at one time', () => {
  const other = pupil(2);
  let otherId: string;

  beforeAll(async () => {
    await take(hub, 'school-census', [onRoll(other, school, '2026-09-02')]);
    const find = 'query Find($value: String!) { childByIdentifier(type: UPN, value: $value) { id } }';
    const { body } = await hub.post(head, find, { value: other.upn });
    otherId = (body.data?.['childByIdentifier'] as { id: string }).id;
  });

  /** What comes of two while nothing can be added, once each waits as expected: to add, or for the other. */
  async function together(waiting: Readonly<Record<string, number>>, ...overs: readonly object[]) {
    await hub.admin.query('begin');
    await hub.admin.query('lock table education.risk_review in share mode');
    const recorded = overs.map((over) => record(head, over));
    const waits = async () => {
      const { rows } = await hub.admin.query<{ locktype: string; held: number }>(
        `select locktype, count(*)::int held from pg_locks
         where not granted and database = (select oid from pg_database where datname = current_database()) group by 1`,
      );
      return Object.fromEntries(rows.map(({ locktype, held }) => [locktype, held]));
    };
    const total = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((sum, one) => sum + one, 0);
    let found = await waits();
    while (total(found) < overs.length) found = await waits();
    await hub.admin.query('commit');
    const answers = await Promise.all(recorded);
    expect(found).toEqual(waiting);
    return answers.map(({ code }) => code ?? 'RECORDED').sort();
  }

  it('of two children do not wait for each other', async () => {
    const overs = [{ expectedVersion: 2 }, { childId: otherId }];
    expect(await together({ relation: 2 }, ...overs)).toEqual(['RECORDED', 'RECORDED']);
  });

  it('of one child do, and whoever comes second has not seen the first', async () => {
    const over = { childId: otherId, expectedVersion: 1 };
    expect(await together({ relation: 1, advisory: 1 }, over, over)).toEqual(['CONFLICT', 'RECORDED']);
  });
});

describe('of every role', () => {
  const recorders = [
    'senco',
    'designated-safeguarding-lead',
    'headteacher',
    'virtual-school-head',
    'virtual-school-adviser',
  ];

  it.each(personas.map(({ role }) => role))('%s records a review, or does not', async (persona) => {
    // Nobody has seen this version: whoever may record is told that somebody else did.
    const { code } = await record({ persona }, { expectedVersion: 99 });
    expect([persona, code === 'CONFLICT']).toEqual([persona, recorders.includes(persona)]);
  });
});

describe('the database', () => {
  const review = (actor: string, org: string): string =>
    `insert into education.risk_review (child_id, reviewed_on, interventions, actor, actor_name, actor_role, actor_org)
     values ('${id}', '2026-11-19', '{x}', '${actor}', 'x', 'headteacher', '${org}')`;

  async function touched(
    as: As,
    statement: string,
    act: 'READ' | 'WRITE',
    tier: 'T2' | 'T3',
  ): Promise<number | string> {
    const client = await hub.appClient(Domain.EDUCATION);
    const voucher = await hub.voucher(as);
    let found: number | string = -1;
    await undone(client, async () => {
      await openUnit(client, voucher, [asking(Domain.EDUCATION, [id], { act, tier })]);
      try {
        found = (await client.query(statement)).rowCount ?? 0;
      } catch (error) {
        found = (error as { code: string }).code;
      }
    });
    return found;
  }

  it('takes a review in the writer’s own name alone, and never changes one', async () => {
    const own = review('headteacher.900001', '900001');
    expect(await touched(head, own, 'WRITE', 'T3')).toBe(1);
    expect(await touched(head, own, 'READ', 'T3')).toBe('42501');
    expect(await touched(head, own, 'WRITE', 'T2')).toBe('42501');
    expect(await touched(head, review('headteacher.900002', '900001'), 'WRITE', 'T3')).toBe('42501');
    expect(await touched(head, review('headteacher.900001', '900002'), 'WRITE', 'T3')).toBe('42501');
    expect(await touched(head, `update education.risk_review set pupil_words = 'x'`, 'WRITE', 'T3')).toBe('42501');
    expect(await touched(head, 'delete from education.risk_review', 'WRITE', 'T3')).toBe('42501');
  });

  it('shows it by its own tier, not with the education record', async () => {
    const rows = 'select from education.risk_review';
    expect(await touched(head, rows, 'READ', 'T3')).toBe(3);
    expect(await touched({ persona: 'attendance-officer' }, rows, 'READ', 'T3')).toBe(0);
    expect(await touched(head, rows, 'READ', 'T2')).toBe(0);
    expect(await touched(clinician, rows, 'READ', 'T3')).toBe(0);
  });
});
