import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { type AttentionKind, attentionKinds } from '../../platform/vocabulary/attention-kind.js';
import { settledAttention } from '../support/attention-facts.js';
import { idOf } from '../support/counted.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, marked, onRoll, pupil, suspended, take } from '../support/partner-files.js';

const [alder, birch] = ['900001', '900002'];
const question = operations().find(({ name }) => name === 'school-attention')?.text ?? '';

/** The pupil of whom a kind is told. */
const of = (kind: AttentionKind) => pupil(attentionKinds.indexOf(kind));

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
     select urn, 'School ' || urn, 'Community school', 'Open', '990', 'Aldermere' from unnest($1::text[]) urn`,
    [[alder, birch]],
  );
  await take(
    hub,
    'school-census',
    attentionKinds.map((kind) => onRoll(of(kind), alder, '2026-09-01')),
  );
});
afterAll(() => hub.close());

const day = (kind: AttentionKind, date: string, am: string, pm = am): Line => marked(of(kind), alder, date, am, pm);
const away = (kind: AttentionKind, from: string, sessions: string, over: Line = {}): Line =>
  suspended(of(kind), alder, from, sessions, over);
const waiting = (kind: AttentionKind, status: string, on: string, over: Line = {}): Line =>
  listed(of(kind), status, {
    ...{
      status_on: on,
      provider_ods: 'XSL02',
      service: 'SALT',
      received_on: '2026-11-02',
      was_not_brought: 'N',
      ...over,
    },
  });
const plan = (completed: string): Line => {
  const { upn, surname, forename, dob } = of('PEP_OVERDUE');
  return {
    ...{ la_code: '990', la_child_id: 'C1', upn, surname, forename, dob, term: '2026/27 AUT', due_on: '2026-10-09' },
    ...{ completed_on: completed, quality: completed === '' ? '' : 'GREEN', pupil_premium_plus_pence: '' },
  };
};

/** Changes what social care or education holds of a pupil, and says so. */
async function change(kind: AttentionKind, topic: string, statement: string): Promise<void> {
  const schema = topic === 'roll-changed' ? 'education' : topic.startsWith('waiting') ? 'health' : 'social_care';
  const id = await idOf(hub, of(kind));
  await hub.admin.query(statement, [id]);
  await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, id]);
}
const status = (word: string) =>
  `insert into social_care.status_interval values ($1, 'test', '${word}', '${word}', '2024-01-08', null)`;
const worker = (id: string, from: string, until: string | null) =>
  `insert into social_care.allocation (child_id, council, worker_id, worker_name, held_from, held_until)
   values ($1, '990', '${id}', 'Jo Marsden', '${from}', ${until === null ? 'null' : `'${until}'`})`;

/** By kind, on which days it needs attention of its own pupil, of what began this term until today; all facts are what they are made from nothing. */
async function told(): Promise<Readonly<Partial<Record<AttentionKind, readonly string[]>>>> {
  const facts = await settledAttention(hub);
  const found = await Promise.all(
    attentionKinds.map(async (kind) => {
      const child = await idOf(hub, of(kind));
      const isOwn = (fact: (typeof facts)[number]): boolean => fact.child === child && fact.kind === kind;
      const own = facts.filter((fact) => isOwn(fact) && fact.from > '2026-09-01' && fact.from <= '2026-11-20');
      return [kind, own.map(({ from, until }) => `${from} ${until ?? 'on'}`)] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, days]) => days.length > 0));
}

/** Every kind that the SENCO's list has of its own pupil in the present week. */
async function listedBySenco(): Promise<string[]> {
  const { body } = await hub.post({ persona: 'senco' }, question, { urn: alder });
  expect(body.errors).toBeUndefined();
  const { school } = body.data as {
    school: { teamAroundSchool: { attention: { child: { id: string }; reasons: { kind: string }[] }[] } };
  };
  const ids = new Map(
    await Promise.all(attentionKinds.map(async (kind) => [kind, await idOf(hub, of(kind))] as const)),
  );
  const listed = new Map(school.teamAroundSchool.attention.map(({ child, reasons }) => [child.id, reasons]));
  return attentionKinds.filter((kind) => listed.get(ids.get(kind) ?? '')?.some((reason) => reason.kind === kind));
}

const school = attentionKinds.filter((kind) => kind !== 'WORKER_CHANGE' && kind !== 'SCHOOL_MOVE');

describe('every kind of what needs attention', () => {
  it('is told when it is so', async () => {
    await take(hub, 'attendance', [
      ...[day('ATTENDANCE_FELL', '2026-11-09', '/', '\\'), day('ATTENDANCE_FELL', '2026-11-16', 'O')],
      ...[day('UNEXPLAINED_ABSENCE', '2026-11-16', 'N'), day('UNEXPLAINED_ABSENCE', '2026-11-17', 'N')],
      ...['09', '10', '11', '12', '13'].map((on) => day('NOT_ATTENDED', `2026-11-${on}`, 'O')),
      day('PART_TIME', '2026-11-16', '/', 'C2'),
    ]);
    await take(hub, 'suspensions', [
      away('SUSPENSION', '2026-11-19', '2'),
      away('SIXTH_DAY_WITHOUT_PROVISION', '2026-11-09', '20'),
      away('NEAR_45_DAYS', '2026-09-07', '80'),
    ]);
    await take(hub, 'waiting-list', [
      waiting('WAS_NOT_BROUGHT', 'DID_NOT_ATTEND', '2026-11-16', { was_not_brought: 'Y' }),
      waiting('WAIT_PAST_STANDARD', 'ACCEPTED_WAITING', '2026-06-02', { received_on: '2026-06-01' }),
      waiting('REFERRAL_WITHOUT_FEEDBACK', 'REJECTED', '2026-11-10', { reason: 'Another service would help more' }),
    ]);
    await take(hub, 'peps', [plan('')]);
    await take(hub, 'school-census', [onRoll(of('SCHOOL_MOVE'), alder, '2026-09-01', '2026-11-13')]);
    await take(hub, 'school-census', [onRoll(of('SCHOOL_MOVE'), birch, '2026-11-16')]);
    await change('PEP_OVERDUE', 'involvement-changed', status('LOOKED_AFTER'));
    await change('PLAN_WITHOUT_WORKER', 'involvement-changed', status('CHILD_PROTECTION'));
    await change('PLAN_WITHOUT_WORKER', 'allocation-changed', worker('a', '2024-01-08', '2026-11-10'));
    await change('WORKER_CHANGE', 'allocation-changed', worker('a', '2024-01-08', '2026-11-17'));
    await change('WORKER_CHANGE', 'allocation-changed', worker('b', '2026-11-17', null));
    expect(await told()).toEqual({
      SIXTH_DAY_WITHOUT_PROVISION: ['2026-11-16 2026-11-21'],
      PLAN_WITHOUT_WORKER: ['2026-11-10 on'],
      NOT_ATTENDED: ['2026-11-13 on'],
      SUSPENSION: ['2026-11-19 2026-11-20'],
      NEAR_45_DAYS: ['2026-09-07 2027-09-01'],
      UNEXPLAINED_ABSENCE: ['2026-11-17 2026-11-23'],
      ATTENDANCE_FELL: ['2026-11-16 2026-11-23'],
      PART_TIME: ['2026-11-16 2026-11-23'],
      WAS_NOT_BROUGHT: ['2026-11-16 on'],
      WAIT_PAST_STANDARD: ['2026-10-06 on'],
      REFERRAL_WITHOUT_FEEDBACK: ['2026-11-10 on'],
      PEP_OVERDUE: ['2026-10-10 2033-09-01'],
      SCHOOL_MOVE: ['2026-11-16 2026-11-23'],
      WORKER_CHANGE: ['2026-11-17 2026-11-23'],
    });
    expect(await listedBySenco()).toEqual(school);
  });

  it('ends with what it is told of', async () => {
    await take(hub, 'attendance', [day('NOT_ATTENDED', '2026-11-16', '/', '\\')]);
    await take(hub, 'suspensions', [
      away('SIXTH_DAY_WITHOUT_PROVISION', '2026-11-09', '20', { provision_on: '2026-11-18' }),
      away('SUSPENSION', '2026-11-19', '2', { cancelled_on: '2026-11-19', sessions_served: '1' }),
    ]);
    await take(hub, 'waiting-list', [
      waiting('WAS_NOT_BROUGHT', 'SEEN_FIRST', '2026-11-18'),
      waiting('WAIT_PAST_STANDARD', 'SEEN_FIRST', '2026-11-18', { received_on: '2026-06-01' }),
    ]);
    await change(
      'REFERRAL_WITHOUT_FEEDBACK',
      'waiting-list-entry-changed',
      `insert into health.referrer_told (entry_id, child_id, outcome, told_on, recorded_by)
       select id, child_id, 'REJECTED', '2026-11-18', 'test' from health.waiting_list_entry where child_id = any (
         select $1::uuid union select held from access.child_alias where canonical = $1)`,
    );
    await take(hub, 'peps', [plan('2026-11-17')]);
    await change('PLAN_WITHOUT_WORKER', 'allocation-changed', worker('b', '2026-11-18', null));
    expect(await told()).toMatchObject({
      SIXTH_DAY_WITHOUT_PROVISION: ['2026-11-16 2026-11-18'],
      PLAN_WITHOUT_WORKER: ['2026-11-10 2026-11-18'],
      NOT_ATTENDED: ['2026-11-13 2026-11-16'],
      SUSPENSION: ['2026-11-19 2026-11-20'],
      WAS_NOT_BROUGHT: ['2026-11-16 2026-11-18'],
      WAIT_PAST_STANDARD: ['2026-10-06 2026-11-18'],
      REFERRAL_WITHOUT_FEEDBACK: ['2026-11-10 2026-11-18'],
      PEP_OVERDUE: ['2026-10-10 2026-11-17'],
    });
  });

  it('is gone when it is taken back', async () => {
    await take(hub, 'attendance', [
      day('ATTENDANCE_FELL', '2026-11-16', '/', '\\'),
      day('UNEXPLAINED_ABSENCE', '2026-11-16', 'I'),
      day('NOT_ATTENDED', '2026-11-11', '/', '\\'),
      day('PART_TIME', '2026-11-16', '/', '\\'),
    ]);
    const never = (from: string): Line => ({ cancelled_on: from, sessions_served: '0' });
    await take(hub, 'suspensions', [
      away('SUSPENSION', '2026-11-19', '2', never('2026-11-19')),
      away('SIXTH_DAY_WITHOUT_PROVISION', '2026-11-09', '20', never('2026-11-09')),
      away('NEAR_45_DAYS', '2026-09-07', '80', never('2026-09-07')),
    ]);
    await take(
      hub,
      'waiting-list',
      (['WAS_NOT_BROUGHT', 'WAIT_PAST_STANDARD', 'REFERRAL_WITHOUT_FEEDBACK'] as const).map((kind) =>
        waiting(kind, 'ENTERED_IN_ERROR', '2026-11-20', {
          received_on: kind === 'WAIT_PAST_STANDARD' ? '2026-06-01' : '2026-11-02',
        }),
      ),
    );
    await change('PEP_OVERDUE', 'involvement-changed', 'delete from social_care.status_interval where child_id = $1');
    await change(
      'PLAN_WITHOUT_WORKER',
      'involvement-changed',
      'delete from social_care.status_interval where child_id = $1',
    );
    await change(
      'WORKER_CHANGE',
      'allocation-changed',
      `delete from social_care.allocation where child_id = $1 and worker_id = 'a'`,
    );
    await change(
      'SCHOOL_MOVE',
      'roll-changed',
      `delete from education.enrolment where urn = '${birch}' and $1::uuid is not null`,
    );
    expect(await told()).toEqual({});
    expect(await listedBySenco()).toEqual([]);
  });
});
