import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const clinician: As = { persona: 'camhs-clinician' };
const text = (wanted: string): string => operations().find(({ name }) => name === wanted)?.text ?? '';

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

/** An entry that waits at CAMHS. */
async function waiting(): Promise<string> {
  const child = await arrangeChild(hub.admin, [{ basis: 'REFERRAL', grantee: 'org:XAC01' }]);
  const { rows } = await hub.admin.query<{ id: string }>(
    `with e as (select id, child_id from health.waiting_list_entry where child_id = $1),
       c as (insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
         select id, child_id, 'ACCEPTED_WAITING', '2026-09-01', 'file' from e)
     select id from e`,
    [child],
  );
  return rows[0]?.id ?? '';
}

const booking = (id: string, given: object = {}) => ({
  ...{ id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', idempotencyKey: randomUUID() },
  ...given,
});

async function changeAll(inputs: readonly object[], as: As = clinician) {
  const { body } = await hub.post(as, text('update-waiting-list-entries'), { inputs });
  return { results: body.data?.['updateWaitingListEntries'] as Record<string, unknown>[] | null, errors: body.errors };
}

async function countOf(sql: string, ...values: readonly unknown[]): Promise<number> {
  const { rows } = await hub.admin.query<{ n: number }>(`select count(*)::int n ${sql}`, [...values]);
  return rows[0]?.n ?? -1;
}

describe('fifty sends of one change at once', () => {
  it('have one effect and fifty equal answers, though only four may write at a time', async () => {
    const id = await waiting();
    const input = booking(id);
    // Nobody can begin before all of them are on their way.
    const holder = new Client({ connectionString: hub.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from health.waiting_list_entry where id = $1 for update', [id]);
    const sent = Array.from({ length: 50 }, () => hub.post(clinician, text('update-waiting-list-entry'), { input }));
    const blocked = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await countOf(blocked)) < 4) await delay(20);
    await holder.query('commit');
    await holder.end();
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.data))).size).toBe(1);
    expect(answers[0]?.body.data).toMatchObject({
      updateWaitingListEntry: { __typename: 'WaitingListEntryUpdated', entry: { status: 'BOOKED', version: 2 } },
    });
    expect(await countOf('from health.waiting_list_change where entry_id = $1', id)).toBe(2);
    expect(await countOf(`from health.idempotency where key = $1`, input.idempotencyKey)).toBe(1);
  });
});

describe('many changes in one request', () => {
  it('are each made or refused for itself, and answered in order', async () => {
    const [first, second, third] = [await waiting(), await waiting(), await waiting()];
    const used = booking(await waiting());
    await changeAll([used]);
    const { results } = await changeAll([
      booking(first),
      booking(randomUUID()),
      booking(second, { to: 'SEEN_FIRST' }),
      booking(second, { effectiveOn: '2026-11-21' }),
      booking(third, { expectedVersion: 7 }),
      { ...booking(third), idempotencyKey: used.idempotencyKey },
      booking(third),
      booking(first, { to: 'ACCEPTED_WAITING', expectedVersion: 2, cancelledBy: 'FAMILY' }),
    ]);
    expect(results?.map((one) => [one['__typename'], one['field'] ?? null])).toEqual([
      ['WaitingListEntryUpdated', null],
      ['InvalidChange', 'id'],
      ['IllegalTransition', null],
      ['InvalidChange', 'effectiveOn'],
      ['VersionConflict', null],
      ['InvalidChange', 'idempotencyKey'],
      ['WaitingListEntryUpdated', null],
      ['WaitingListEntryUpdated', null],
    ]);
    expect(results?.at(-1)).toMatchObject({ entry: { status: 'ACCEPTED_WAITING', version: 3 } });
    expect(await countOf('from health.waiting_list_change where entry_id = any ($1)', [first, second, third])).toBe(6);
  });

  it('sent again have no second effect, in whatever order two send them at once', async () => {
    const ids = [await waiting(), await waiting(), await waiting()];
    const inputs = ids.map((id) => booking(id));
    const sends = [inputs, inputs.toReversed(), inputs, inputs.toReversed()].map((some) => changeAll(some));
    const answers = (await Promise.all(sends)).map(({ results }, at) => (at % 2 ? results?.toReversed() : results));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await countOf('from health.waiting_list_change where entry_id = any ($1)', ids)).toBe(6);
  });

  it('are at most 200, and none is none', async () => {
    const one = booking(randomUUID());
    const { errors } = await changeAll(Array.from({ length: 201 }, () => one));
    expect(errors).toMatchObject([{ message: 'inputs must be at most 200.', extensions: { code: 'INVALID_INPUT' } }]);
    expect((await changeAll([])).results).toEqual([]);
  });
});

describe('that the referrer was told', () => {
  const told = async (id: string, given: object) => {
    const asked = { id, expectedVersion: 1, toldOn: '2026-11-20', idempotencyKey: randomUUID(), ...given };
    const { body } = await hub.post(clinician, text('record-referrer-told'), asked);
    return { answer: body.data?.['recordReferrerTold'] as Record<string, unknown> | null, errors: body.errors };
  };

  it('is an act of its own, not before the outcome and not after today', async () => {
    const id = await waiting();
    for (const toldOn of ['2026-08-31', '2026-11-21'])
      expect((await told(id, { toldOn })).answer).toMatchObject({ __typename: 'InvalidChange', field: 'toldOn' });
    expect((await told(id, { toldOn: '2026-09-03' })).answer).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
      entry: { referrerToldOn: '2026-09-03', version: 2 },
    });
    expect((await told(id, {})).answer).toMatchObject({ __typename: 'VersionConflict', current: { version: 2 } });
    expect((await told(randomUUID(), {})).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  /** Every telling, as whoever may see the entry in full reads it. */
  const tellings = async (id: string): Promise<string[]> => {
    const question = `query Of($of: [_Any!]!) { _entities(representations: $of) { ... on WaitingListEntry {
      referrerTellings { outcome toldOn recordedAt by stands } } } }`;
    const { data } = await hub.ask('health', clinician, question, { of: [{ __typename: 'WaitingListEntry', id }] });
    const [entry] = (data?.['_entities'] ?? []) as { referrerTellings: Record<string, string>[] }[];
    for (const { recordedAt, by } of entry?.referrerTellings ?? [])
      expect([recordedAt, by]).toEqual([expect.stringMatching(/^20\d\d-.*Z$/), expect.stringMatching(/./)]);
    return (entry?.referrerTellings ?? []).map(({ outcome, toldOn, stands }) => [outcome, toldOn, stands].join(' '));
  };

  it('is to be told again of a later outcome, and every telling is kept', async () => {
    const id = await waiting();
    const seen = async () => (await told(id, { expectedVersion: 0 })).answer?.['current'];
    await told(id, { toldOn: '2026-09-03' });
    expect(await seen()).toMatchObject({ referrerToldOn: '2026-09-03', daysToReferrerTold: 2 });
    const ended = { to: 'DISCHARGED', effectiveOn: '2026-11-18', reason: 'Moved away', expectedVersion: 2 };
    await changeAll([booking(id, ended)]);
    expect(await seen()).toMatchObject({ referrerToldOn: null, daysToReferrerTold: null, version: 3 });
    await told(id, { toldOn: '2026-11-20', expectedVersion: 3 });
    await told(id, { toldOn: '2026-11-19', expectedVersion: 4 });
    expect(await seen()).toMatchObject({ referrerToldOn: '2026-11-19', daysToReferrerTold: 1, version: 5 });
    expect(await countOf('from health.referrer_told where entry_id = $1', id)).toBe(3);
    expect(await tellings(id)).toEqual([
      'ACCEPTED_WAITING 2026-09-03 false',
      'DISCHARGED 2026-11-20 false',
      'DISCHARGED 2026-11-19 true',
    ]);
  });
});
