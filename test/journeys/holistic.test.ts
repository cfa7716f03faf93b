import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';
const question = text('child-record');

interface Answered {
  readonly child: {
    readonly name: { readonly given: string; readonly family: string };
    readonly team: readonly { readonly domain: string; readonly name: string }[];
    readonly education: {
      readonly enrolments: readonly { readonly school: { readonly urn: string; readonly name: string } }[];
      readonly attendance: { readonly possible: number; readonly attended: number };
      readonly sen: { readonly provision: string };
    };
    readonly health: {
      readonly waiting: readonly {
        readonly id: string;
        readonly service: string;
        readonly status: string;
        readonly weeksWaiting: number;
      }[];
    };
    readonly socialCare: {
      readonly status: string;
      readonly hasSocialWorker: boolean;
      readonly worker: { readonly name: string };
    };
    readonly virtualSchool: {
      readonly cohorts: readonly string[];
      readonly peps: readonly { readonly term: string }[];
    };
  } | null;
}

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

async function look(as: Parameters<TestHub['post']>[0], id: string): Promise<Answered> {
  const { status, body } = await hub.post(as, question, { id });
  expect(status).toBe(200);
  expect(body.errors).toBeUndefined();
  return body.data as unknown as Answered;
}

describe('one question about one child', () => {
  it('is answered from all five domains', async () => {
    const { child } = await look({ persona: 'senco' }, hub.story('all-five').id);
    expect(child?.name).toMatchObject({ given: 'Tamsin', family: 'Adeyemi' });
    expect(child?.education.enrolments).toMatchObject([{ school: { urn: '900001' } }]);
    expect(child?.education.attendance.possible).toBeGreaterThan(50);
    expect(child?.education.sen.provision).toBe('EHC_PLAN');
    expect(child?.health.waiting.map(({ service }) => service)).toContain('CAMHS');
    expect(child?.socialCare).toMatchObject({
      status: 'LOOKED_AFTER',
      hasSocialWorker: true,
      worker: { name: 'Jo Marsden' },
    });
    expect(child?.virtualSchool.cohorts).toContain('LOOKED_AFTER');
    expect(child?.virtualSchool.peps.length).toBeGreaterThan(0);
    expect(new Set(child?.team.map(({ domain }) => domain))).toEqual(
      new Set(['EDUCATION', 'HEALTH', 'PARTNERSHIP', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL']),
    );
  });

  it('is answered to a SENCO of another school as for a child who does not exist, to the letter', async () => {
    const other = { persona: 'senco', school: '900002' } as const;
    const real = await hub.post(other, question, { id: hub.story('all-five').id });
    const absent = await hub.post(other, question, { id: randomUUID() });
    expect(real.status).toBe(absent.status);
    expect(real.text).toBe(absent.text);
    expect(real.body.data).toEqual({ child: null });
  });

  it('shows two callers who ask at the same instant each their own answer', async () => {
    const { id } = hub.story('all-five');
    const requests = async (): Promise<number> =>
      (await hub.admin.query(`select distinct request_id from partnership.audit where $1 = any (asked)`, [id]))
        .rowCount ?? 0;
    const before = await requests();
    const asked = Array.from({ length: 10 }, (_, at) =>
      hub.post(at % 2 ? { persona: 'senco' } : { persona: 'senco', school: '900002' }, question, { id }),
    );
    const answers = await Promise.all(asked);
    answers.forEach(({ body }, at) => {
      expect((body.data as unknown as Answered).child === null).toBe(at % 2 === 0);
    });
    expect((await requests()) - before).toBe(10);
  });

  it('shows a Virtual School Head attendance while the status was held', async () => {
    const { body } = await hub.post({ persona: 'virtual-school-head' }, text('attendance-on-plan'), {
      id: hub.story('all-five').id,
      status: 'LOOKED_AFTER',
    });
    expect(body.errors).toBeUndefined();
    const shown = body.data?.['child'] as {
      virtualSchool: {
        cohorts: string[];
        attendanceWhile: { possible: number; attended: number; attendancePercent: number };
      };
    };
    expect(shown.virtualSchool.cohorts).toContain('LOOKED_AFTER');
    expect(shown.virtualSchool.attendanceWhile.possible).toBeGreaterThan(0);
    expect(shown.virtualSchool.attendanceWhile.attended).toBeLessThanOrEqual(
      shown.virtualSchool.attendanceWhile.possible,
    );
  });

  it('shows the unborn child of a case list to their social worker, without a date of birth', async () => {
    const { id } = hub.story('unborn');
    const { rows } = await hub.admin.query<{ grantee: string }>(
      `select grantee from access.relationship where child_id = $1 and basis = 'CASELOAD'`,
      [id],
    );
    const worker = rows[0]?.grantee.replace('person:', '') ?? '';
    const answer = await hub.ask(
      'partnership',
      { persona: 'social-worker', claims: { sub: worker } },
      'query Q($id: ID!) { child(id: $id) { id dateOfBirth age } }',
      { id },
    );
    expect(answer).toEqual({ data: { child: { id, dateOfBirth: null, age: null } } });
  });
});

describe('a look-up by identifier', () => {
  const lookUp = 'query Find($value: String!) { childByIdentifier(type: UPN, value: $value) { id } }';

  it('finds the child for whoever may see them, and is null alike for the absent and the unseen', async () => {
    const { id, upn } = hub.story('all-five');
    expect((await hub.post({ persona: 'senco' }, lookUp, { value: upn })).body).toEqual({
      data: { childByIdentifier: { id } },
    });
    const unseen = await hub.post({ persona: 'senco', school: '900002' }, lookUp, { value: upn });
    const absent = await hub.post({ persona: 'senco', school: '900002' }, lookUp, { value: 'A990200100000' });
    expect(unseen.text).toBe(absent.text);
  });

  it('is written down without its value', async () => {
    const { upn } = hub.story('all-five');
    const { rows } = await hub.admin.query<{ row: string }>(
      `select a::text as row from access.audit a where kind = 'identifier'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ row }) => !row.includes(upn ?? ''))).toBe(true);
  });

  it('is refused to a person who has made thirty within a minute', async () => {
    const asked = Array.from({ length: 40 }, () =>
      hub.post({ persona: 'headteacher' }, lookUp, { value: 'A990200100000' }),
    );
    const codes = (await Promise.all(asked)).map(({ body }) => body.errors?.[0]?.extensions.code ?? 'answered');
    expect(codes.filter((code) => code === 'answered').length).toBeGreaterThanOrEqual(30);
    expect(
      (await hub.post({ persona: 'headteacher' }, lookUp, { value: 'A990200100000' })).body.errors?.[0]?.extensions
        .code,
    ).toBe('REFUSED');
  });
});

describe('a provider that updates its waiting list', () => {
  const update = text('update-waiting-list-entry');

  it('is seen by the school at once, and by the history for good', async () => {
    const { id } = hub.story('all-five');
    const before = await look({ persona: 'senco' }, id);
    const entry = before.child?.health.waiting.find(
      ({ service, status }) => service === 'CAMHS' && status === 'ACCEPTED_WAITING',
    );
    const input = {
      id: entry?.id,
      expectedVersion: 1,
      idempotencyKey: randomUUID(),
      to: 'BOOKED',
      effectiveOn: '2026-11-20',
      nextStep: 'First appointment',
    };
    const done = await hub.post({ persona: 'camhs-clinician' }, update, { input });
    expect(done.body).toMatchObject({
      data: {
        updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated', entry: { status: 'BOOKED', version: 2 } },
      },
    });
    const again = await hub.post({ persona: 'camhs-clinician' }, update, { input });
    expect(again.body.data).toEqual(done.body.data);
    const after = await look({ persona: 'senco' }, id);
    expect(after.child?.health.waiting.find((one) => one.id === entry?.id)).toMatchObject({ status: 'BOOKED' });
    const other = await hub.post({ persona: 'camhs-clinician' }, update, { input: { ...input, to: 'SEEN_FIRST' } });
    expect(other.body.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });

  it('changes no other provider’s entry, and learns nothing of it', async () => {
    const { rows } = await hub.admin.query<{ id: string }>(
      `select id from health.waiting_list_entry where provider_ods = 'XSL02' limit 1`,
    );
    const input = {
      expectedVersion: 1,
      idempotencyKey: randomUUID(),
      to: 'WITHDRAWN',
      effectiveOn: '2026-11-20',
      reason: 'test',
    };
    const real = await hub.post({ persona: 'camhs-clinician' }, update, { input: { ...input, id: rows[0]?.id } });
    const absent = await hub.post({ persona: 'camhs-clinician' }, update, { input: { ...input, id: randomUUID() } });
    const without = (one: typeof real) => one.text.replace(/"requestId":"[^"]+"/, '');
    expect(without(real)).toBe(without(absent));
    expect(real.body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', domain: 'HEALTH' } }]);
  });
});
