import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { allocated, type Line, onRoll, pupil, type Pupil, suspended, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
let id: string;

const school = '900001';
const child = pupil(1);
const senco: As = { persona: 'senco' };
const documentOf = (name: string): string => operations().find((one) => one.name === name)?.text ?? '';

interface Item {
  readonly startedOn: string;
  readonly category: string;
  readonly sixthDayProvision: Record<string, unknown> | null;
}
interface Summary {
  readonly items: readonly Item[];
}

async function summaryOf(as: As, academicYear: string | null = null, of = id): Promise<Summary | null> {
  const { body } = await hub.post(as, documentOf('child-suspensions'), { id: of, academicYear });
  expect(body.errors).toBeUndefined();
  return (body.data?.['child'] as { education: { suspensions: Summary | null } } | null)?.education.suspensions ?? null;
}

const said = (over: object = {}): Record<string, unknown> => ({
  ...{ childId: id, suspensionStartedOn: '2026-11-13', provider: 'Hawthorn Centre', inPlaceOn: '2026-11-19' },
  ...{ idempotencyKey: randomUUID(), ...over },
});

const record = async (as: As, over: object = {}) => {
  const { body } = await hub.post(as, documentOf('record-provision'), said(over));
  return { provision: body.data?.['recordProvision'] ?? null, code: body.errors?.[0]?.extensions.code };
};

async function find({ upn }: Pupil): Promise<string> {
  const { body } = await hub.post(
    senco,
    'query Find($value: String!) { childByIdentifier(type: UPN, value: $value) { id } }',
    { value: upn },
  );
  return (body.data?.['childByIdentifier'] as { id: string }).id;
}

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [onRoll(child, school, '2026-09-02', '', { sen_provision: 'K' })]);
  await take(hub, 'case-list', [allocated(child, 'sw-001', '2026-09-01')]);
  await take(hub, 'suspensions', [
    suspended(child, school, '2026-11-13', '12', { reasons: 'DB PA' }),
    suspended(child, school, '2026-10-05', '', { category: 'LNCH', lunchtimes: '3' }),
    suspended(child, school, '2026-10-12', '4', { cancelled_on: '2026-10-13', sessions_served: '1' }),
  ]);
  await settle(hub);
  id = await find(child);
});

afterAll(() => hub.close());

describe('a child’s suspensions', () => {
  it('are told against the 45 days, with what is owed and the provision of then', async () => {
    expect(await summaryOf(senco)).toMatchObject({
      ...{ sessionsThisYear: 13, schoolDaysThisYear: 8, schoolDaysLeftOf45: 37, overLimit: false, limitWarning: null },
      items: [
        { startedOn: '2026-10-05', category: 'LUNCHTIME', lunchtimes: 3, sessions: null, sixthDayProvision: null },
        { startedOn: '2026-10-12', sessions: 1, cancelledOn: '2026-10-13', sixthDayProvision: null },
        {
          ...{ startedOn: '2026-11-13', sessions: 12, senProvisionThen: 'SEN_SUPPORT' },
          reasons: ['Persistent or general disruptive behaviour', 'Physical assault against an adult'],
          sixthDayProvision: { dueOn: '2026-11-20', dutyOf: school, inPlaceOn: null, breached: false },
        },
      ],
    });
    expect(await summaryOf(senco, '2025/26')).toMatchObject({ items: [], schoolDaysThisYear: 0 });
  });

  it('are of an academic year, or a sentence that names the argument', async () => {
    const { body } = await hub.post(senco, documentOf('child-suspensions'), { id, academicYear: '2026/28' });
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
    expect(body.errors?.[0]?.message).toContain('academicYear');
  });

  it('are a social worker’s of the child to see, and no other school’s', async () => {
    expect((await summaryOf({ persona: 'social-worker' }))?.items).toHaveLength(3);
    expect(await summaryOf({ persona: 'senco', school: '900002' })).toBeNull();
  });
});

describe('what follows a suspension', () => {
  it('is told with it: the council, the board and needs that were named only later', async () => {
    const other = pupil(2);
    const told = (sen: Line) => take(hub, 'school-census', [onRoll(other, school, '2025-09-03', '', sen)]);
    await told({ sen_provision: 'N' });
    await take(hub, 'suspensions', [
      suspended(other, school, '2026-11-13', '', { category: 'PERM', council_told_on: '2026-11-12' }),
    ]);
    await hub.admin.query(
      `update education.enrolment e set sen_provisions = '[{"provision": "NONE", "from": "2025-09-03"}]',
         needs = '[{"codes": [], "from": "2025-09-03"}]'
       from education.suspension s where s.child_id = e.child_id and s.category = 'PERMANENT'`,
    );
    await told({ sen_provision: 'K', sen_need_primary: 'SEMH' });
    const found = await find(other);
    const [before] = (await summaryOf(senco, null, found))?.items ?? [];
    expect(before).toMatchObject({
      ...{ senProvisionThen: 'NONE', senNeedsThen: [], senProvisionNow: 'SEN_SUPPORT', councilToldOn: '2026-11-12' },
      senNeedsNow: [{ code: 'SEMH', rank: 1 }],
      governorsReview: {
        duty: 'MUST_MEET',
        mustMeet: true,
        meetBy: '2026-12-04',
        result: null,
        independentReview: null,
      },
    });
    await take(hub, 'suspensions', [
      suspended(other, school, '2026-11-13', '', { category: 'PERM', reviewed_on: '2026-11-18', review_result: 'A' }),
    ]);
    const [after] = (await summaryOf(senco, null, found))?.items ?? [];
    expect(after).toMatchObject({
      councilToldOn: '2026-11-12',
      governorsReview: {
        ...{ reviewedOn: '2026-11-18', result: 'Upheld by initial governor review' },
        independentReview: { askBy: '2026-12-09', held: false, senExpert: null },
      },
    });
  });
});

describe('provision that is recorded', () => {
  it('is the school’s own to record, once for a key, and what was recorded last holds', async () => {
    const idempotencyKey = randomUUID();
    const inPlace = (inPlaceOn: string) => ({ provision: { sixthDayProvision: { inPlaceOn, breached: false } } });
    expect(await record(senco, { idempotencyKey })).toMatchObject(inPlace('2026-11-19'));
    expect(await record(senco, { idempotencyKey })).toMatchObject(inPlace('2026-11-19'));
    expect(await record(senco, { inPlaceOn: '2026-11-18' })).toMatchObject(inPlace('2026-11-18'));
    expect(await record(senco, { idempotencyKey, inPlaceOn: '2026-11-17' })).toMatchObject({ code: 'CONFLICT' });
    const { rows } = await hub.admin.query('select from education.suspension_provision');
    expect(rows).toHaveLength(2);
  });

  it('holds against what the school’s file says afterwards', async () => {
    await take(hub, 'suspensions', [
      suspended(child, school, '2026-11-13', '14', { provision_on: '2026-11-16', provider: 'Another Centre' }),
    ]);
    const items = (await summaryOf(senco))?.items ?? [];
    expect(items.at(-1)?.sixthDayProvision).toMatchObject({ inPlaceOn: '2026-11-18' });
  });

  it.each<[string, As, object, string]>([
    ['another school', { persona: 'senco', school: '900002' }, {}, 'NOT_FOUND'],
    ['the council, of a suspension', { persona: 'send-officer' }, {}, 'NOT_FOUND'],
    ['a social worker', { persona: 'social-worker' }, {}, 'REFUSED'],
    ['the school, of lunchtimes', senco, { suspensionStartedOn: '2026-10-05' }, 'NOT_FOUND'],
    ['the school, of a day without one', senco, { suspensionStartedOn: '2026-11-12' }, 'NOT_FOUND'],
    ['the school, of nobody', senco, { childId: 'nobody' }, 'NOT_FOUND'],
    ['the school, before it began', senco, { inPlaceOn: '2026-11-12' }, 'INVALID_INPUT'],
    ['the school, of a day to come', senco, { inPlaceOn: '2026-11-23' }, 'INVALID_INPUT'],
    ['the school, by nobody', senco, { provider: ' ' }, 'INVALID_INPUT'],
  ])('is not recorded by %s', async (_, as, over, code) => {
    expect(await record(as, over)).toEqual({ provision: null, code });
  });

  it('is the council’s to record during an exclusion for good of a child who lives in its area', async () => {
    await take(hub, 'suspensions', [suspended(child, school, '2026-11-19', '', { category: 'PERM' })]);
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       select child_id, 'org:990', 'RESIDENCE', 'test', '[2026-01-01,)' from education.suspension limit 1`,
    );
    const permanent = { suspensionStartedOn: '2026-11-19', inPlaceOn: '2026-11-20' };
    expect(await record({ persona: 'send-officer' }, permanent)).toMatchObject({
      provision: { category: 'PERMANENT', sixthDayProvision: { dutyOf: 'COUNCIL', dueOn: '2026-11-26' } },
    });
    expect(await record(senco, permanent)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
