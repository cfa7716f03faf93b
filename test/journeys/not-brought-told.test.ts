import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;

const worker: As = { persona: 'social-worker' };
const lead: As = { persona: 'designated-safeguarding-lead' };
const nobody: readonly As[] = [
  { persona: 'virtual-school-head' },
  { persona: 'virtual-school-adviser' },
  { persona: 'senco' },
  { persona: 'headteacher' },
  { persona: 'designated-safeguarding-lead', purpose: 'TEAM_AROUND_SCHOOL' },
  { persona: 'designated-safeguarding-lead', school: '900002' },
  { persona: 'social-worker', claims: { sub: 'sw-009' } },
];
const named =
  'Was not brought to an appointment of the child and adolescent mental health service on 5 November 2026: ask after the child.';
const unnamed = 'Was not brought to an appointment of a health service on 5 November 2026: ask after the child.';

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** What somebody is told of children who were not brought. */
async function told(as: As): Promise<string[]> {
  const { data } = await hub.ask('partnership', as, '{ notices(first: 100) { kind fact } }');
  const notices = (data as { notices: { kind: string; fact: string }[] | null } | undefined)?.notices ?? [];
  return notices.filter(({ kind }) => kind === 'WAS_NOT_BROUGHT').map(({ fact }) => fact);
}

/** The provider's file says of the child's entry where it stands. */
async function list(of: Pupil, status: string, on: string, over: Line = {}): Promise<void> {
  await take(hub, 'waiting-list', [
    listed(of, status, { status_on: on, was_not_brought: 'N', confidential: 'N', ...over }),
  ]);
}

/** A child with a worker, on a school's roll, looked after and on a plan, whom a provider's list tells was not brought. */
async function missed(n: number, over: Line = {}): Promise<Pupil> {
  const of = pupil(n);
  await list(of, 'BOOKED', '2026-10-01', over);
  const id = await recordId(hub, 'waiting-list:XAC01', numberOf(of));
  for (const [basis, grantee] of [
    ...(['SCHOOL_ROLL org:900001', 'CASELOAD person:sw-001', 'LOOKED_AFTER_DUTY org:990'] as const),
    ...(['PLAN_DUTY org:990', 'RESIDENCE org:990'] as const),
  ].map((text) => text.split(' ')))
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`,
      [id, grantee, basis],
    );
  await list(of, 'DID_NOT_ATTEND', '2026-11-05', { was_not_brought: 'Y', ...over });
  await settle(hub);
  return of;
}

describe('that a child was not brought', () => {
  it('is told to the child’s social worker and to whoever leads safeguarding at the school, and nobody else', async () => {
    const of = await missed(1);
    expect([await told(worker), await told(lead)]).toEqual([[named], [named]]);
    for (const as of nobody) expect(await told(as)).toEqual([]);
    // Heard again, and of a step that goes on, it is the same.
    await list(of, 'BOOKED', '2026-11-09');
    await settle(hub);
    expect(await told(worker)).toEqual([named]);
    // Put right, it is none.
    await list(of, 'WITHDRAWN', '2026-11-04', { reason: 'The family moved away', as_at: '2026-11-10' });
    await settle(hub);
    expect([await told(worker), await told(lead)]).toEqual([[], []]);
  });

  it('is silent of a referral that is kept to its provider, from the moment that it is', async () => {
    const of = await missed(2, { confidential: 'Y' });
    expect([await told(worker), await told(lead)]).toEqual([[], []]);
    await list(of, 'DID_NOT_ATTEND', '2026-11-05', { was_not_brought: 'Y', confidential: 'N' });
    await settle(hub);
    expect([await told(worker), await told(lead)]).toEqual([[named], [named]]);
    await list(of, 'DID_NOT_ATTEND', '2026-11-05', { was_not_brought: 'Y', confidential: 'Y' });
    await settle(hub);
    expect([await told(worker), await told(lead)]).toEqual([[], []]);
  });

  it('names no service that is not named outside health, from the moment that it is not', async () => {
    await missed(3);
    expect(await told(worker)).toEqual([named]);
    const mark = { service: 'CAMHS', provider_ods: '', from: '2026-11-01', until: '', source: 'Board' };
    await take(hub, 'sensitive-services', [mark]);
    await settle(hub);
    expect([await told(worker), await told(lead)]).toEqual([[unnamed], [unnamed]]);
  });
});
