import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { sees } from '../support/sight.js';

let hub: TestHub;
let child: string;

const senco: As = { persona: 'senco' };
const headteacher: As = { persona: 'headteacher' };
const lead: As = { persona: 'designated-safeguarding-lead' };
const guest: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };
const adviser: As = { persona: 'virtual-school-adviser' };
const weekOne = '2026-11-20';
const weekTwo = '2026-11-27';
/** What is another in each answer, whatever it says. */
const ids = /"(id|requestId)":"[^"]+"/g;
const onRoll = [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }];

beforeAll(async () => {
  hub = await testHub();
  const seat = { schoolUrn: place.school, userId: 'ep-001', role: 'Educational psychologist', idempotencyKey: 'seat' };
  expect((await hub.post(headteacher, said('set-team-member'), seat)).body.errors).toBeUndefined();
  await hub.admin.query(
    `insert into partnership.organisation (id, name, kind) values ($1, 'Aldermere Mental Health', 'provider') on conflict do nothing`,
    [place.provider],
  );
});

afterAll(() => hub.close());

beforeEach(async () => {
  child = await arrangeChild(hub.admin, onRoll);
});

const said = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

interface Item {
  readonly id: string;
  readonly child: { readonly id: string } | null;
  readonly version: number;
  readonly until: string;
  readonly outcome: string | null;
  readonly closedOn: string | null;
  readonly waitsForDecision: boolean | null;
  readonly actions: readonly { readonly id: string; readonly what: string; readonly doneOn: string | null }[];
  readonly history: readonly { readonly change: string; readonly role: string; readonly words: string | null }[];
}

const agendaQuestion = `query Agenda($urn: ID!, $meetingOn: Date) { _entities(representations: [{ __typename: "School", urn: $urn }]) {
  ... on School { teamAroundSchool {
    agenda(meetingOn: $meetingOn) { id child { id } version until outcome closedOn waitsForDecision voices { by words }
      actions { id what doneOn } history { change role words } }
    actions(open: true, meetingOn: $meetingOn) { id what child { id } history { change by } } } } } }`;

interface Meeting {
  readonly agenda: readonly Item[];
  readonly actions: readonly { readonly id: string; readonly what: string; readonly child: { id: string } | null }[];
}

async function meeting(as: As, meetingOn: string | null = null): Promise<Meeting> {
  const { data, errors } = await hub.ask('partnership', as, agendaQuestion, { urn: place.school, meetingOn });
  expect(errors).toBeUndefined();
  return (data as { _entities: { teamAroundSchool: Meeting }[] })._entities[0]?.teamAroundSchool ?? never();
}

const never = (): never => {
  throw new Error('the school has no team');
};

/** What somebody is shown on the agenda of this test's child. */
const shown = async (as: As, meetingOn: string | null = null, whose = child): Promise<readonly Item[]> =>
  (await meeting(as, meetingOn)).agenda.filter((item) => item.child?.id === whose);

async function does(as: As, operation: string, given: object) {
  const { body, text } = await hub.post(as, said(operation), { idempotencyKey: randomUUID(), ...given });
  const [answer] = Object.values(body.data ?? {});
  return {
    answer: answer as Item | null,
    code: body.errors?.[0]?.extensions.code,
    text,
    error: body.errors?.[0]?.message,
  };
}

const put = (as: As, given: object = {}) =>
  does(as, 'add-to-agenda', { schoolUrn: place.school, childId: child, reason: 'Attendance', ...given });

const record = (as: As, given: object = {}) =>
  does(as, 'record-action', {
    ...{ schoolUrn: place.school, childId: child, what: 'Call the parents', owner: 'The SENCO' },
    ...given,
  });

const change = (as: As, operation: string, item: Pick<Item, 'id' | 'version'>, given: object = {}) =>
  does(as, operation, { id: item.id, expectedVersion: item.version, ...given });

async function putOn(as: As = senco, given: object = {}): Promise<Item> {
  const { answer, code } = await put(as, given);
  expect(code).toBeUndefined();
  return answer ?? never();
}

const restrict = (id: string, until: string | null = null) =>
  hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-01-01', $2)`, [id, until]);

describe('a meeting', () => {
  it('records what it decided, and what is to be done stands open in the next with its item', async () => {
    const item = await putOn(senco, { meetingOn: weekOne, childVoice: 'I like the garden.' });
    const { answer: action } = await record(guest, { dueOn: weekTwo, ownerOrganisation: place.provider });
    const { answer: decided } = await change(guest, 'record-outcome', item, { outcome: 'A place in the garden club' });
    expect(decided).toMatchObject({ version: 2, outcome: 'A place in the garden club' });
    const { answer: closed } = await change(senco, 'close-agenda-item', decided ?? never());
    expect(closed).toMatchObject({ version: 3, closedOn: weekOne, outcome: 'A place in the garden club' });

    for (const day of [weekOne, weekTwo]) {
      expect(await shown(senco, day)).toMatchObject([
        {
          id: item.id,
          outcome: 'A place in the garden club',
          closedOn: weekOne,
          actions: [{ id: action?.id, doneOn: null }],
          history: [
            { change: 'RAISED', role: 'senco' },
            { change: 'OUTCOME_RECORDED', role: 'educational-psychologist', words: 'A place in the garden club' },
            { change: 'CLOSED', role: 'senco', words: null },
          ],
        },
      ]);
      expect((await meeting(senco, day)).actions.map(({ id }) => id)).toContain(action?.id);
      // What is listed opens nobody: who saw the child through the item alone does so no longer.
      expect(await shown(guest, day)).toEqual([]);
    }
    expect((await change(senco, 'complete-action', action ?? never())).code).toBeUndefined();
    expect(await shown(senco, weekOne)).toMatchObject([{ actions: [{ id: action?.id, doneOn: weekOne }] }]);
    expect(await shown(senco, weekTwo)).toEqual([]);
    expect((await meeting(senco, weekTwo)).actions.map(({ id }) => id)).not.toContain(action?.id);
  });

  it('is for a day to come: nobody sees the child by it before', async () => {
    await putOn(senco, { meetingOn: weekTwo });
    expect(await shown(senco, weekOne)).toEqual([]);
    expect(await shown(senco, weekTwo)).toMatchObject([{ until: '2026-12-25' }]);
    expect(await sees(hub, guest, child)).toBe(false);
  });

  it('leaves no trace on an agenda of what was taken off without a word', async () => {
    const item = await putOn();
    await change(senco, 'close-agenda-item', item);
    expect(await shown(senco)).toEqual([]);
  });

  it('is told of a child with the words said for it, and what was agreed, to whoever may be', async () => {
    await putOn(senco, { childVoice: 'I like the garden.', parentVoice: 'Mornings are hard.' });
    const { answer: action } = await record(senco);
    const look =
      'query L($id: ID!) { child(id: $id) { voices { by byKind words concerning } actions(open: true) { id } } }';
    const voices = [
      { by: 'child', byKind: 'CHILD', words: 'I like the garden.', concerning: 'Attendance' },
      { by: 'parent', byKind: 'PARENT', words: 'Mornings are hard.', concerning: 'Attendance' },
    ];
    for (const as of [senco, guest])
      expect((await hub.post(as, look, { id: child })).body.data).toEqual({
        child: { voices, actions: [{ id: action?.id }] },
      });
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, 'PLAN_DUTY', 'test', tstzrange('2026-01-01', null))`,
      [child, `org:${place.council}`],
    );
    const { answer: theirs } = await record(adviser, { schoolUrn: null, owner: 'The adviser' });
    const { body } = await hub.post(adviser, look, { id: child });
    expect(body.errors).toMatchObject([{ path: ['child', 'voices'], extensions: { code: 'REFUSED' } }]);
    const told = body.data?.['child'] as { voices: null; actions: { id: string }[] };
    expect(told.actions.map(({ id }) => id).sort()).toEqual([action?.id, theirs?.id].sort());
    const { body: school } = await hub.post(senco, look, { id: child });
    expect((school.data?.['child'] as typeof told).actions).toEqual([{ id: action?.id }]);
  });
});

describe('a restricted child', () => {
  it('is put on the agenda by the same answer as any other, and opened by the safeguarding lead alone', async () => {
    const other = await arrangeChild(hub.admin, onRoll);
    await restrict(child);
    const [waiting, open] = [await put(senco), await put(senco, { childId: other })];
    expect(waiting.text.replace(ids, '')).toBe(open.text.replace(ids, ''));
    const [item] = await shown(senco);
    const [free] = await shown(senco, null, other);
    const plain = (one: Item | undefined) => ({ ...one, id: '', child: null });
    expect(plain(item)).toEqual(plain(free));
    expect([item?.waitsForDecision, free?.waitsForDecision]).toEqual([null, null]);
    expect([await sees(hub, guest, child), await sees(hub, guest, other)]).toEqual([false, true]);

    expect(await shown(lead)).toMatchObject([{ waitsForDecision: true }]);
    expect(await shown(lead, null, other)).toMatchObject([{ waitsForDecision: false }]);
    const decision = { opens: true, reason: 'The address is not for the agenda.' };
    for (const as of [senco, headteacher, guest])
      expect((await change(as, 'decide-agenda-item', item ?? never(), decision)).code).toBe('REFUSED');
    expect((await change({ ...lead, school: '900002' }, 'decide-agenda-item', item ?? never(), decision)).code).toBe(
      'NOT_FOUND',
    );
    const key = { idempotencyKey: randomUUID() };
    const decided = await change(lead, 'decide-agenda-item', item ?? never(), { ...decision, ...key });
    expect(decided.answer).toMatchObject({ version: 2, waitsForDecision: false });
    expect(
      (await change(lead, 'decide-agenda-item', item ?? never(), { ...decision, ...key })).text.replace(ids, ''),
    ).toBe(decided.text.replace(ids, ''));
    expect((await change(lead, 'decide-agenda-item', item ?? never(), decision)).code).toBe('CONFLICT');
    expect(await sees(hub, guest, child)).toBe(true);
    const words = async (as: As) => (await shown(as))[0]?.history.map((one) => [one.change, one.words]);
    expect(await words(lead)).toEqual([
      ['RAISED', null],
      ['OPENED', decision.reason],
    ]);
    expect(await words(senco)).toEqual([
      ['RAISED', null],
      ['OPENED', null],
    ]);
  });

  it('is taken off by a decision against it', async () => {
    await restrict(child);
    const item = await putOn();
    const { answer } = await change(lead, 'decide-agenda-item', item, { opens: false, reason: 'Not in this circle.' });
    expect(answer).toMatchObject({ closedOn: weekOne, version: 2 });
    expect(await shown(senco)).toEqual([]);
    expect(await sees(hub, guest, child)).toBe(false);
  });

  it('is taken from the team at once by a decision against an item that had opened the child', async () => {
    const item = await putOn();
    expect(await sees(hub, guest, child)).toBe(true);
    await change(lead, 'decide-agenda-item', item, { opens: false, reason: 'Not in this circle.' });
    expect(await sees(hub, guest, child)).toBe(false);
  });

  it('closes what was open where the restriction comes later, and waits again', async () => {
    const item = await putOn();
    expect(await sees(hub, guest, child)).toBe(true);
    await restrict(child);
    expect(await sees(hub, guest, child)).toBe(false);
    expect(await shown(lead)).toMatchObject([{ waitsForDecision: true }]);
    expect((await change(lead, 'decide-agenda-item', item, { opens: true, reason: 'Needed.' })).code).toBeUndefined();
    expect(await sees(hub, guest, child)).toBe(true);
    // A restriction that goes on, or is lifted, changes nothing of what was decided.
    await hub.admin.query(`update access.restriction set until = '2026-12-31' where child_id = $1`, [child]);
    await hub.admin.query(`update access.restriction set until = '2026-11-20' where child_id = $1`, [child]);
    expect(await sees(hub, guest, child)).toBe(true);
    await hub.admin.query(`update access.restriction set until = null where child_id = $1`, [child]);
    expect(await sees(hub, guest, child)).toBe(false);
  });

  it('closes what was open where the restriction comes with another of the child’s records', async () => {
    await putOn();
    const record = await arrangeChild(hub.admin);
    await restrict(record);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [record, child]);
    expect(await sees(hub, guest, child)).toBe(false);
    expect(await shown(lead)).toMatchObject([{ waitsForDecision: true }]);
  });

  it('is kept for longer by the safeguarding lead alone, by the same answer', async () => {
    const other = await arrangeChild(hub.admin, onRoll);
    const items = [await putOn(lead), await putOn(lead, { childId: other })];
    await restrict(child);
    await change(lead, 'decide-agenda-item', items[0] ?? never(), { opens: true, reason: 'Needed.' });
    await change(lead, 'decide-agenda-item', items[1] ?? never(), { opens: true, reason: 'Needed.' });
    // As if the meeting had been ten days ago.
    await hub.admin.query(`update partnership.agenda_item set meeting_on = meeting_on - 10, until = until - 10`);
    await hub.admin.query(
      `update access.relationship set valid = tstzrange(lower(valid) - interval '10 days', upper(valid) - interval '10 days') where basis = 'TEAM_AROUND_SCHOOL'`,
    );
    const until = async (id: string) =>
      (
        await hub.admin.query<{ until: string }>(
          `select (upper(valid) at time zone 'Europe/London')::date::text until from access.relationship where child_id = $1 and basis = 'TEAM_AROUND_SCHOOL'`,
          [id],
        )
      ).rows.map((row) => row.until);
    const renewed = await Promise.all(
      items.map(({ id }) => change(senco, 'renew-agenda-item', { id, version: 2 }, { reason: 'Goes on' })),
    );
    expect(renewed.map(({ answer }) => answer?.until)).toEqual(['2026-12-18', '2026-12-18']);
    expect([await until(child), await until(other)]).toEqual([['2026-12-08'], ['2026-12-18']]);
    expect(await shown(lead)).toMatchObject([{ waitsForDecision: true }]);
    expect((await change(guest, 'renew-agenda-item', { id: items[1]?.id ?? '', version: 3 })).code).toBe('REFUSED');
    const again = await change(lead, 'renew-agenda-item', { id: items[0]?.id ?? '', version: 3 });
    expect(again.answer).toMatchObject({ version: 4, until: '2026-12-18' });
    expect(await until(child)).toEqual(['2026-12-18']);
  });
});

describe('an item and an action of a child whose records', () => {
  const link = (shownBy: string, held: string) =>
    hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [held, shownBy]);

  it.each([
    ['are linked afterwards under another id', 'before'],
    ['were linked under another id before', 'after'],
  ])('%s are shown once, changed, and stay with the school’s pupil when they are parted', async (_, when) => {
    const eldest = await arrangeChild(hub.admin);
    if (when === 'after') await link(eldest, child);
    const item = await putOn(senco, { childId: when === 'after' ? eldest : child });
    const { answer: action } = await record(senco, { childId: when === 'after' ? eldest : child });
    if (when === 'before') await link(eldest, child);
    const seen = async (whose: string) => {
      const { agenda, actions } = await meeting(senco);
      return [
        agenda.filter((one) => one.child?.id === whose).map(({ id, actions: of }) => [id, of.map((a) => a.id)]),
        actions.filter((one) => one.child?.id === whose).map(({ id }) => id),
      ];
    };
    const once = [[[item.id, [action?.id]]], [action?.id]];
    expect(await seen(eldest)).toEqual(once);
    expect(await seen(child)).toEqual([[], []]);
    expect((await change(senco, 'record-outcome', item, { outcome: 'Refer' })).answer).toMatchObject({ version: 2 });
    await hub.admin.query('delete from access.child_alias where held = $1', [child]);
    expect(await seen(eldest)).toEqual([[], []]);
    expect(await seen(child)).toEqual(once);
    expect([await sees(hub, guest, child), await sees(hub, guest, eldest)]).toEqual([true, false]);
  });
});

describe('what cannot be taken', () => {
  const counts = async () =>
    (
      await hub.admin.query<{ items: string; actions: string }>(
        `select (select count(*) from partnership.agenda_item) items, (select count(*) from partnership.agreed_action) actions`,
      )
    ).rows[0];

  it.each([
    ['a meeting on a Saturday', () => put(senco, { meetingOn: '2026-11-21' }), 'INVALID_INPUT', 'meetingOn'],
    ['a meeting on a bank holiday', () => put(senco, { meetingOn: '2026-12-25' }), 'INVALID_INPUT', 'meetingOn'],
    ['a meeting in the past', () => put(senco, { meetingOn: '2026-11-19' }), 'INVALID_INPUT', 'meetingOn'],
    ['words without end', () => put(senco, { reason: 'a'.repeat(100_000) }), 'INVALID_INPUT', 'reason'],
    ['no words', () => put(senco, { reason: ' ' }), 'INVALID_INPUT', 'reason'],
    ['an action due in the past', () => record(senco, { dueOn: '2026-11-19' }), 'INVALID_INPUT', 'dueOn'],
    [
      'an owner of no organisation',
      () => record(senco, { ownerOrganisation: 'XXXX' }),
      'INVALID_INPUT',
      'ownerOrganisation',
    ],
    ['an action without an owner', () => record(senco, { owner: '' }), 'INVALID_INPUT', 'owner'],
  ])('is answered once and leaves nothing: %s', async (_, asking, code, named) => {
    const before = await counts();
    const { code: answered, error } = await asking();
    expect([answered, error]).toEqual([code, expect.stringContaining(named)]);
    expect(await counts()).toEqual(before);
  });

  it('is a child of another school, by the same answer as none', async () => {
    const elsewhere = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: 'org:900002' }]);
    for (const asking of [put, record]) {
      const [real, absent] = [
        await asking(senco, { childId: elsewhere }),
        await asking(senco, { childId: randomUUID() }),
      ];
      expect(real.text.replace(ids, '')).toBe(absent.text.replace(ids, ''));
      expect(real.code).toBe('NOT_FOUND');
    }
  });

  it('is a change of an item that is another school’s, or was never there, by one answer', async () => {
    const item = await putOn();
    const stranger: As = { persona: 'senco', school: '900002' };
    for (const [operation, given] of [
      ['record-outcome', { outcome: 'x' }],
      ['renew-agenda-item', {}],
      ['close-agenda-item', {}],
    ] as const) {
      const real = await change(stranger, operation, item, given);
      const absent = await change(stranger, operation, { ...item, id: randomUUID() }, given);
      expect(real.text.replace(ids, '')).toBe(absent.text.replace(ids, ''));
      expect(real.code).toBe('NOT_FOUND');
    }
  });

  it('is an outcome before the meeting, and anything after the item’s end', async () => {
    const item = await putOn(senco, { meetingOn: weekTwo });
    expect((await change(senco, 'record-outcome', item, { outcome: 'x' })).code).toBe('CONFLICT');
    expect((await change(senco, 'close-agenda-item', item, { outcome: 'x' })).code).toBe('CONFLICT');
    await hub.admin.query(
      `update partnership.agenda_item set meeting_on = '2026-10-16', until = '2026-11-20' where id = $1`,
      [item.id],
    );
    expect((await change(senco, 'record-outcome', item, { outcome: 'x' })).code).toBe('CONFLICT');
    expect((await change(senco, 'renew-agenda-item', item)).code).toBe('CONFLICT');
    expect((await change(lead, 'decide-agenda-item', item, { opens: true, reason: 'x' })).code).toBe('CONFLICT');
  });
});
