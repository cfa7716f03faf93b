import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { place, arrangeChild } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let child: string;
/** Whom nothing connects to any of the callers below. */
let strange: string;

const adviser: As = { persona: 'virtual-school-adviser' };
const worker: As = { persona: 'social-worker' };
const senco: As = { persona: 'senco' };
const today = '2026-11-20';

beforeAll(async () => {
  hub = await testHub();
  const { school, council } = place;
  child = await arrangeChild(hub.admin, [
    { basis: 'PLAN_DUTY', grantee: `org:${council}` },
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'SCHOOL_ROLL', grantee: `org:${school}` },
  ]);
  strange = await arrangeChild(hub.admin);
});

afterAll(() => hub.close());

const record = /* GraphQL */ `
  mutation Record($schoolUrn: ID, $childId: ID, $what: String!, $owner: String!, $dueOn: Date, $key: ID!) {
    recordAction(
      schoolUrn: $schoolUrn
      childId: $childId
      what: $what
      owner: $owner
      dueOn: $dueOn
      idempotencyKey: $key
    ) {
      id
      child {
        id
      }
      what
      owner
      dueOn
      doneOn
      agendaItemId
      version
    }
  }
`;
const complete = /* GraphQL */ `
  mutation Complete($id: ID!, $version: Int!, $key: ID!) {
    completeAction(id: $id, expectedVersion: $version, idempotencyKey: $key) {
      id
      doneOn
      version
    }
  }
`;
const ofItem = /* GraphQL */ `
  query Actions($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on TriangulationItem {
        actions {
          id
          what
          doneOn
        }
      }
    }
  }
`;

interface Action {
  readonly id: string;
  readonly what: string;
  readonly doneOn: string | null;
  readonly version: number;
}

async function recorded(as: As, given: object, key: string = randomUUID()) {
  const asked = { childId: child, what: 'Call the school', owner: 'The adviser', key, ...given };
  const { body } = await hub.post(as, record, asked);
  return { action: body.data?.['recordAction'] as Action | null, code: body.errors?.[0]?.extensions.code };
}

async function completed(as: As, { id, version }: Pick<Action, 'id' | 'version'>, key: string = randomUUID()) {
  const { body } = await hub.post(as, complete, { id, version, key });
  return { action: body.data?.['completeAction'] as Action | null, code: body.errors?.[0]?.extensions.code };
}

/** What somebody is shown on the list of a week: as the gateway asks for it, of a child whom the list may not even hold. */
async function shown(as: As, whose: string, week: string): Promise<readonly Action[] | null> {
  const answer = await hub.ask('partnership', as, ofItem, {
    representations: [{ __typename: 'TriangulationItem', id: `${whose}.${week}` }],
  });
  const [item] = (answer.data as { _entities: ({ actions: Action[] | null } | null)[] })._entities;
  return item?.actions ?? null;
}

describe('an agreed action', () => {
  it('is recorded by the virtual school, and seen by the child’s social worker until the week it was done in', async () => {
    const { action } = await recorded(adviser, { what: 'Ask for a reduced timetable to end', dueOn: '2026-11-27' });
    expect(action).toEqual({
      id: expect.stringMatching(/-/) as unknown,
      child: { id: child },
      what: 'Ask for a reduced timetable to end',
      owner: 'The adviser',
      dueOn: '2026-11-27',
      doneOn: null,
      agendaItemId: null,
      version: 1,
    });
    if (!action) return;
    const ids = async (week: string) => ((await shown(worker, child, week)) ?? []).map(({ id }) => id);
    expect(await ids('2026-11-09')).not.toContain(action.id);
    expect(await ids('2026-11-16')).toContain(action.id);
    expect(await ids('2027-01-11')).toContain(action.id);

    const key = randomUUID();
    const done = { id: action.id, doneOn: today, version: 2 };
    expect((await completed(worker, action, key)).action).toEqual(done);
    // The same key again: the same answer, and no second effect.
    expect((await completed(worker, action, key)).action).toEqual(done);
    expect(await ids('2026-11-16')).toContain(action.id);
    expect(await ids('2026-11-23')).not.toContain(action.id);
    expect((await completed(adviser, { ...action, version: 2 })).code).toBe('CONFLICT');

    const { rows } = await hub.admin.query(
      'select version, change, actor, actor_role from partnership.agreed_action_change where action_id = $1 order by version',
      [action.id],
    );
    expect(rows).toEqual([
      { version: 1, change: 'RECORDED', actor: 'vsa-001', actor_role: 'virtual-school-adviser' },
      { version: 2, change: 'COMPLETED', actor: 'sw-001', actor_role: 'social-worker' },
    ]);
  });

  it('is recorded once for a key, and another body under it is a conflict', async () => {
    const key = randomUUID();
    const first = await recorded(worker, {}, key);
    expect((await recorded(worker, {}, key)).action?.id).toBe(first.action?.id);
    expect((await recorded(worker, { what: 'Something else' }, key)).code).toBe('CONFLICT');
  });

  it('is completed as it was seen, or not at all', async () => {
    const { action } = await recorded(adviser, {});
    expect((await completed(adviser, { id: action?.id ?? '', version: 7 })).code).toBe('CONFLICT');
  });

  it('of a child nothing connects you to can neither be recorded, completed nor seen', async () => {
    expect((await recorded(adviser, { childId: strange })).code).toBe('NOT_FOUND');
    expect((await recorded(adviser, { childId: randomUUID() })).code).toBe('NOT_FOUND');
    const { rows } = await hub.admin.query<{ id: string }>(
      `insert into partnership.agreed_action (child_id, what, owner, recorded_on) values ($1, 'Theirs', 'Them', '2026-11-02') returning id`,
      [strange],
    );
    expect((await completed(adviser, { id: rows[0]?.id ?? '', version: 1 })).code).toBe('NOT_FOUND');
    expect(await shown(adviser, strange, '2026-11-16')).toEqual([]);
  });

  it('is nobody’s but those who go through the week', async () => {
    expect((await recorded(senco, {})).code).toBe('REFUSED');
    expect((await recorded({ persona: 'team-around-school-lead' }, {})).code).toBe('REFUSED');
    await recorded(adviser, { what: 'Not for the school' });
    const { errors } = await hub.ask('partnership', senco, ofItem, {
      representations: [{ __typename: 'TriangulationItem', id: `${child}.2026-11-16` }],
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('REFUSED');
  });

  it('is not recorded for a child who has died', async () => {
    const gone = await arrangeChild(hub.admin, [{ basis: 'CASELOAD', grantee: 'person:sw-001' }]);
    await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, '2026-11-18')`, [gone]);
    expect((await recorded(worker, { childId: gone })).code).toBe('REFUSED');
  });

  it.each([
    ['what', { what: '  ' }],
    ['owner', { owner: '' }],
    ['childId', { childId: null }],
    ['dueOn', { dueOn: '2026-11-19' }],
    ['schoolUrn', { schoolUrn: 'school' }],
  ])('names %s where it cannot be taken', async (field, given) => {
    const { body } = await hub.post(adviser, record, {
      ...{ childId: child, what: 'Call', owner: 'Us', key: randomUUID() },
      ...given,
    });
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(body.errors?.[0]?.message).toContain(field);
  });
});

describe('what a school’s team agreed', () => {
  it('is the team’s to record and to complete, and seen by those who go through the week', async () => {
    const { action } = await recorded(senco, { schoolUrn: place.school, what: 'Meet the child at the gate' });
    expect(action).toMatchObject({ agendaItemId: null, version: 1 });
    if (!action) return;
    expect((await shown(adviser, child, '2026-11-16'))?.map(({ id }) => id)).toContain(action.id);
    expect((await completed(adviser, action)).code).toBe('NOT_FOUND');
    expect((await completed(senco, action)).action).toMatchObject({ doneOn: today, version: 2 });
  });

  it('carries the item of the agenda that the child stands on', async () => {
    const put = await hub.post(
      senco,
      'mutation P($u: ID!, $c: ID!, $k: ID!) { addToAgenda(schoolUrn: $u, childId: $c, reason: "Attendance", idempotencyKey: $k) { id } }',
      { u: place.school, c: child, k: randomUUID() },
    );
    const item = put.body.data?.['addToAgenda'] as { id: string };
    expect((await recorded(senco, { schoolUrn: place.school })).action).toMatchObject({ agendaItemId: item.id });
  });

  it('is recorded for no other school, and for no child of another', async () => {
    expect((await recorded(senco, { schoolUrn: '900002' })).code).toBe('REFUSED');
    expect((await recorded(senco, { schoolUrn: place.school, childId: strange })).code).toBe('NOT_FOUND');
  });
});
