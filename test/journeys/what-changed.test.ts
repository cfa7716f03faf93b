import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;

const clinician: As = { persona: 'camhs-clinician' };
const senco: As = { persona: 'senco' };
const elsewhere: As = { persona: 'senco', school: '900002' };
const officer: As = { persona: 'send-officer' };
const question = operations().find(({ name }) => name === 'changes')?.text ?? '';
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
const ever = '2026-01-01T00:00:00.000Z';

interface Told {
  readonly id: string;
  readonly at: string;
  readonly child: { readonly id: string } | null;
  readonly domain: string;
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string | null;
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(`insert into health.provider values ('XAC01', 'Aldermere CAMHS')`);
});

afterAll(() => hub.close());

const ofSchool = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };
const ofProvider = { basis: 'REFERRAL', grantee: `org:${place.provider}` };
const ofWorker = { basis: 'CASELOAD', grantee: 'person:sw-001' };

async function ask(as: As, given: object = {}) {
  const { body } = await hub.post(as, question, { since: ever, ...given });
  return { told: body.data?.['changes'] as Told[] | null, errors: body.errors };
}

/** What somebody is told of a child’s changes in one domain, the latest first. */
async function told(
  as: As,
  child: string,
  domain = 'HEALTH',
): Promise<[string, string | null, string | null, string | null][]> {
  const { told: all, errors } = await ask(as, { first: 500 });
  expect(errors).toBeUndefined();
  return (all ?? [])
    .filter((one) => one.child?.id === child && one.domain === domain)
    .map(({ what, from, to, by }) => [what, from, to, by]);
}

/** A child who waits at CAMHS, and the entry. */
async function waitingChild(...more: readonly { basis: string; grantee: string }[]) {
  const child = await arrangeChild(hub.admin, [ofProvider, ofSchool, ...more]);
  const { rows } = await hub.admin.query<{ id: string }>(
    'select id from health.waiting_list_entry where child_id = $1',
    [child],
  );
  await hub.admin.query(
    `insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by, recorded_at)
     values ($1, $2, 'ACCEPTED_WAITING', '2026-09-01', 'file', now() - interval '1 hour')`,
    [rows[0]?.id, child],
  );
  return { child, entry: rows[0]?.id ?? '' };
}

async function change(id: string, given: object): Promise<void> {
  const input = { id, expectedVersion: 1, effectiveOn: '2026-11-20', idempotencyKey: randomUUID(), ...given };
  const { body } = await hub.post(clinician, update, { input });
  expect(body.data?.['updateWaitingListEntry']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
  await settle(hub);
}

const say = async (child: string, topic: string, schema: string): Promise<void> => {
  await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, child]);
};
const wait = 'Wait for the child and adolescent mental health service';
const accepted = [wait, null, 'Accepted and waiting', 'Aldermere CAMHS'];

describe('a change of a wait', () => {
  it('is told to the school from what to what, and to nobody to whom health is closed', async () => {
    const { child, entry } = await waitingChild();
    await change(entry, { to: 'BOOKED', nextAppointmentOn: '2026-12-10' });
    const booked = [wait, 'Accepted and waiting', 'Appointment booked', 'CAMHS clinician'];
    expect((await told(senco, child)).map((one) => one.slice(0, 3))).toEqual([
      booked.slice(0, 3),
      accepted.slice(0, 3),
    ]);
    expect((await told(senco, child))[1]).toEqual(accepted);
    expect((await told(senco, child))[0]?.[3]).toBeTruthy();
    for (const as of [elsewhere, officer]) expect(await told(as, child)).toEqual([]);
  });

  it('leaves nothing but that it was taken back where the entry was entered in error', async () => {
    const { child, entry } = await waitingChild();
    await change(entry, { to: 'ENTERED_IN_ERROR', reason: 'Another child' });
    expect(await told(senco, child)).toEqual([['A wait for a health service was taken back', null, null, null]]);
  });

  it('names no service that is not named outside health, nor who told it', async () => {
    const { child } = await waitingChild();
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    await hub.admin.query(
      `insert into health.sensitive_service (service, held_from, source) values ('CAMHS', '2020-01-01', 'A test.')`,
    );
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, child)).toEqual([['Wait for a health service', null, 'Accepted and waiting', null]]);
    await hub.admin.query('delete from health.sensitive_service');
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, child)).toEqual([accepted]);
  });

  it('is not told of a referral that is kept to its provider', async () => {
    const { child, entry } = await waitingChild();
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, child)).toEqual([accepted]);
    await hub.admin.query('update health.waiting_list_entry set confidential = true where id = $1', [entry]);
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, child)).toEqual([]);
  });
});

describe('a change of another domain', () => {
  const worker: As = { persona: 'social-worker' };
  const list = 'The council’s case list';
  const first = ['Social worker', null, 'Jo Marsden, from 2 March 2026', list];
  const second = ['Social worker', null, 'Sam Lee (North), from 16 November 2026', list];

  it('is told of a worker to the social worker, and to the school who it is today', async () => {
    const child = await arrangeChild(hub.admin, [ofSchool, ofWorker]);
    await hub.admin.query(`update social_care.allocation set held_until = '2026-11-16' where child_id = $1`, [child]);
    await hub.admin.query(
      `insert into social_care.allocation (child_id, council, worker_id, worker_name, team, held_from)
       values ($1, '990', 'sw-002', 'Sam Lee', 'North', '2026-11-16')`,
      [child],
    );
    await say(child, 'allocation-changed', 'social_care');
    await settle(hub);
    expect((await told(worker, child, 'SOCIAL_CARE')).sort()).toEqual([
      ['Social care status', null, 'Child protection plan, from 2 March 2026', 'test'],
      ...[first, second],
      ['Social worker', first[2], 'Jo Marsden, from 2 March 2026 until 16 November 2026', list],
    ]);
    expect(await told(senco, child, 'SOCIAL_CARE')).toEqual([second]);
    await hub.admin.query(`delete from social_care.allocation where child_id = $1 and worker_id = 'sw-002'`, [child]);
    await say(child, 'allocation-changed', 'social_care');
    await settle(hub);
    const back = ['The allocation of a worker was taken back', null, null, null];
    expect((await told(worker, child, 'SOCIAL_CARE'))[0]).toEqual(back);
    expect(JSON.stringify(await told(worker, child, 'SOCIAL_CARE'))).not.toContain('Sam Lee');
    expect(await told(senco, child, 'SOCIAL_CARE')).toEqual([]);
  });

  it('is told of rolls, provision, marks and suspensions as the school said it', async () => {
    const child = await arrangeChild(hub.admin, [ofSchool]);
    await hub.admin.query(
      `update education.enrolment set left_on = '2026-11-20', free_school_meals = '[]', year_group = '6',
         sen_provisions = '[{"provision": "SEN_SUPPORT", "from": "2026-11-02"}]' where child_id = $1`,
      [child],
    );
    // Nothing of it is told.
    await hub.admin.query(`update education.enrolment set year_group = '7' where child_id = $1`, [child]);
    await hub.admin.query(
      `insert into education.attendance_correction (id, child_id, enrolment_id, urn, session_on, session, was, became, file, recorded_at)
       select gen_random_uuid(), child_id, id, urn, '2026-11-02', 'AM', 'N', 'I', 'f.csv', now() from education.enrolment where child_id = $1`,
      [child],
    );
    await hub.admin.query(
      `insert into education.suspension (id, child_id, urn, started_on, category, version, sessions, recorded_at)
       values (gen_random_uuid(), $1, $2, '2026-11-03', 'SUSPENSION', 1, 2, now())`,
      [child, place.school],
    );
    await say(child, 'roll-changed', 'education');
    await settle(hub);
    const school = 'Testcase Primary';
    const spell = `${school}, from 2 September 2024`;
    expect([...(await told(senco, child, 'EDUCATION'))].sort()).toEqual(
      [
        ['On the roll of a school', null, spell, school],
        ['On the roll of a school', spell, `${spell} until 20 November 2026`, school],
        ['Special educational provision', null, 'SEN support', school],
        [
          'Attendance mark of 2 November 2026, morning',
          'Reason for absence not yet established',
          'Illness (not medical or dental appointment)',
          school,
        ],
        ['Suspension from 3 November 2026', null, '2 sessions', school],
      ].sort(),
    );
  });

  it('is told of plans of education', async () => {
    const child = await arrangeChild(hub.admin, [ofWorker]);
    await hub.admin.query(
      `update virtual_school.pep set completed_on = '2026-11-10', quality = 'GREEN' where child_id = $1`,
      [child],
    );
    await say(child, 'pep-changed', 'virtual_school');
    await settle(hub);
    const [what, by] = ['Personal Education Plan, 2026/27 Autumn', 'The virtual school'];
    expect((await told(worker, child, 'VIRTUAL_SCHOOL')).sort()).toEqual([
      [what, null, 'Due on 1 December 2026', by],
      [what, 'Due on 1 December 2026', 'Completed on 10 November 2026, quality green', by],
    ]);
  });

  it('is another child’s from the moment on when its record is', async () => {
    const [one, two] = [await arrangeChild(hub.admin, [ofWorker]), await arrangeChild(hub.admin, [ofWorker])];
    await hub.admin.query(`delete from social_care.allocation where child_id = $1`, [two]);
    await hub.admin.query('update social_care.allocation set child_id = $2 where child_id = $1', [one, two]);
    for (const child of [one, two]) await say(child, 'allocation-changed', 'social_care');
    await settle(hub);
    const back = ['The allocation of a worker was taken back', null, null, null];
    expect((await told(worker, one, 'SOCIAL_CARE'))[0]).toEqual(back);
    expect(await told(worker, two, 'SOCIAL_CARE')).toEqual(expect.arrayContaining([first, back]));
  });
});

describe('a list of changes', () => {
  it('is of children who may be seen now, and of none who died', async () => {
    const { child } = await waitingChild();
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, child)).toEqual([accepted]);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [child]);
    expect(await told(senco, child)).toEqual([]);
    await hub.admin.query('delete from access.restriction');
    await hub.admin.query(`insert into access.death values ($1, '2026-11-01')`, [child]);
    expect(await told(senco, child)).toEqual([]);
    await hub.admin.query('delete from access.death');
    await hub.admin.query(`delete from access.relationship where child_id = $1 and basis = 'SCHOOL_ROLL'`, [child]);
    expect(await told(senco, child)).toEqual([]);
  });

  it('goes with its record when records are linked, and when they are taken apart, at once', async () => {
    const one = await arrangeChild(hub.admin, [ofSchool]);
    const { child: two } = await waitingChild(ofWorker);
    await hub.admin.query(`delete from access.relationship where child_id = $1 and basis = 'SCHOOL_ROLL'`, [two]);
    await say(two, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    expect(await told(senco, one)).toEqual([]);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [two, one]);
    expect(await told(senco, one)).toEqual([accepted]);
    await say(one, 'child-linked', 'partnership');
    await settle(hub);
    expect(await told(senco, one)).toEqual([accepted]);
    // Once, and as that child's, also to whoever knows the child by several records.
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, $2, 'SCHOOL_ROLL', 'other', tstzrange('2026-01-01', null))`,
      [two, `org:${place.school}`],
    );
    const all = (await ask(senco, { first: 500 })).told ?? [];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map((change) => change.child?.id)).not.toContain(two);
    expect(await told(senco, one)).toEqual([accepted]);
    await hub.admin.query(`delete from access.relationship where child_id = $1 and reference = 'other'`, [two]);
    await hub.admin.query('delete from access.child_alias where held = $1', [two]);
    expect([await told(senco, one), await told({ persona: 'social-worker' }, two)]).toEqual([[], [accepted]]);
  });

  it('is told in pages, each change once, however many stand at one moment', async () => {
    const { rows } = await hub.admin.query<{ at: string }>(
      `select distinct at::text from partnership.change where domain = 'HEALTH'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    const { told: whole } = await ask(senco, { first: 500 });
    expect(whole?.length).toBeGreaterThan(3);
    const found: Told[] = [];
    for (let after: string | undefined, full = true; full; after = found.at(-1)?.id) {
      const { told: page } = await ask(senco, { first: 2, after });
      found.push(...(page ?? []));
      full = page?.length === 2;
    }
    expect(found).toEqual(whole);
    expect([...found].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))).toEqual(found);
  });

  it('begins when a change could first be told, however old the fact is', async () => {
    const { child } = await waitingChild();
    const { rows } = await hub.admin.query<{ now: Date }>('select now()');
    const before = rows[0]?.now.toISOString();
    await say(child, 'waiting-list-entry-changed', 'health');
    await settle(hub);
    const late = (await ask(senco, { since: before })).told ?? [];
    expect(late.map((one) => one.child?.id)).toEqual([child]);
    expect(late[0] && late[0].at < (before ?? '')).toBe(true);
    const { rows: after } = await hub.admin.query<{ now: Date }>(`select now() + interval '1 second' now`);
    expect((await ask(senco, { since: after[0]?.now.toISOString() })).told).toEqual([]);
  });

  it.each([
    [{ first: 0 }, 'first must be from 1 to 500.'],
    [{ first: 501 }, 'first must be from 1 to 500.'],
    [{ after: 'x' }, 'after must be the id of a change.'],
    [{ after: randomUUID() }, 'after must be the id of a change.'],
  ])('answers %j with what is wrong', async (given, message) => {
    const { told: none, errors } = await ask(senco, given);
    expect(none).toBeNull();
    expect(errors?.map((one) => [one.extensions.code, one.message])).toEqual([['INVALID_INPUT', message]]);
  });
});

describe('the copy of what changed', () => {
  const held = async (): Promise<unknown[]> =>
    (
      await hub.admin.query<Record<string, unknown>>(
        'select *, xmin::text from partnership.change order by child_id, domain, change_key',
      )
    ).rows;
  const digest = async (): Promise<unknown[]> =>
    (
      await hub.admin.query<Record<string, unknown>>(
        `select id, child_id, domain, tier, facet, change_key, at, what, was, became, told_by
         from partnership.change order by child_id, domain, change_key`,
      )
    ).rows;

  it('is not written again where it is told again, and is the same when it is filled anew', async () => {
    const { rows } = await hub.admin.query<{ id: string }>('select child_id id from partnership.child');
    const everything = async (): Promise<void> => {
      for (const { id } of rows) {
        await say(id, 'waiting-list-entry-changed', 'health');
        await say(id, 'roll-changed', 'education');
        await say(id, 'involvement-changed', 'social_care');
        await say(id, 'pep-changed', 'virtual_school');
      }
      await settle(hub);
    };
    await everything();
    const before = await held();
    expect(before.length).toBeGreaterThan(5);
    await everything();
    expect(await held()).toEqual(before);
    const was = await digest();
    await hub.admin.query('delete from partnership.change');
    await everything();
    expect(await digest()).toEqual(was);
  });
});

describe('a last look', () => {
  const lookedAs = async (as: As): Promise<string | null> => {
    const { body } = await hub.post(as, '{ me { lastSeenAt } }');
    expect(body.errors).toBeUndefined();
    return (body.data as { me: { lastSeenAt: string | null } }).me.lastSeenAt;
  };
  const earlier = (hours: number) =>
    hub.admin.query(
      `update partnership.look set last = last - make_interval(hours => $1), before = before - make_interval(hours => $1)`,
      [hours],
    );

  it('is nobody’s who never looked, and is none while the first goes on', async () => {
    await hub.admin.query('delete from partnership.look');
    expect(await lookedAs(senco)).toBeNull();
    expect((await hub.admin.query('select from partnership.look')).rowCount).toBe(0);
    await ask(senco);
    expect(await lookedAs(senco)).toBeNull();
    expect((await hub.admin.query('select from partnership.look')).rowCount).toBe(1);
  });

  it('is the one before, from half an hour after it until another has ended, in each role by itself', async () => {
    await earlier(2);
    const first = await lookedAs(senco);
    expect(first).not.toBeNull();
    await ask(senco);
    await ask(senco);
    expect(await lookedAs(senco)).toBe(first);
    expect(await lookedAs({ persona: 'headteacher' })).toBeNull();
    await earlier(1);
    const second = await lookedAs(senco);
    expect(second && first && second > first).toBe(true);
  });

  it('writes once of many questions at the same time, and nothing for a page further on', async () => {
    await earlier(3);
    const before = await lookedAs(senco);
    const last = async () => (await hub.admin.query<{ xmin: string }>('select xmin::text from partnership.look')).rows;
    await Promise.all(Array.from({ length: 8 }, () => ask(senco)));
    expect(await lookedAs(senco)).toBe(before);
    const written = await last();
    await ask(senco);
    const { told: page } = await ask(senco, { first: 1 });
    await ask(senco, { after: page?.[0]?.id });
    expect(await last()).toEqual(written);
  });
});
