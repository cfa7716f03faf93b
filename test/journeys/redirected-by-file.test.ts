import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
const referred = { received_on: '2026-09-07', status_on: '2026-09-07' };

/** The first provider's row: sent on to the second. */
const sentOn = (of: Pupil) =>
  listed(of, 'REDIRECTED', {
    ...{
      ...referred,
      status_on: '2026-10-05',
      reason: 'Better met there',
      redirect_to: 'SALT',
      redirect_provider: 'XSL02',
    },
  });

/** The second provider's row: it received the child later, under a reference of its own. */
const received = (of: Pupil, over: Record<string, string> = {}) =>
  listed(of, 'REFERRED', {
    ...{ provider_ods: 'XSL02', entry_ref: `SALT-${of.upn}`, service: 'SALT', received_on: '2026-10-05' },
    ...{ status_on: '2026-10-05', ...over },
  });

interface Stood {
  readonly ref: string;
  readonly received: string;
  readonly follows: string | null;
}

/** The second provider's entries of a child, whatever record they stand under. */
async function secondListOf(of: Pupil): Promise<Stood[]> {
  const { rows } = await hub.admin.query<Stood>(
    `select e.entry_ref ref, e.received_on::text received, p.entry_ref follows
     from health.waiting_list_entry e left join health.waiting_list_entry p on p.id = e.continues_from
     where e.provider_ods = 'XSL02' and e.child_id in (
       select child_id from partnership.source_record where source_key = $1)`,
    [numberOf(of)],
  );
  return rows;
}

/** By which of its entries, and since when, the second provider is connected with a child now. */
async function relatedOf(of: Pupil): Promise<{ readonly reference: string; readonly since: string }[]> {
  const { rows } = await hub.admin.query<{ reference: string; since: string }>(
    `select reference, (lower(valid) at time zone 'Europe/London')::date::text since from access.relationship
     where grantee = 'org:XSL02' and now() <@ valid
       and child_id in (select child_id from partnership.source_record where source_key = $1)`,
    [numberOf(of)],
  );
  return rows;
}

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

describe('a wait that goes on at another provider', () => {
  const named = (of: Pupil) => ({ continues_from: `XAC01|REF-${of.upn}` });
  const whole = (of: Pupil): Stood => ({ ref: `SALT-${of.upn}`, received: '2026-09-07', follows: `REF-${of.upn}` });

  it('is one wait from the first referral, whichever list comes first', async () => {
    const [first, second] = [pupil(1), pupil(2)];
    await take(hub, 'waiting-list', [sentOn(first)]);
    await take(hub, 'waiting-list', [received(first, named(first))]);
    expect(await secondListOf(first)).toEqual([whole(first)]);
    await take(hub, 'waiting-list', [received(second, named(second))]);
    expect(await secondListOf(second)).toEqual([{ ...whole(second), received: '2026-10-05', follows: null }]);
    await take(hub, 'waiting-list', [sentOn(second)]);
    expect(await secondListOf(second)).toEqual([whole(second)]);
  });

  it('is not joined to another child’s', async () => {
    const [mine, other] = [pupil(3), pupil(4)];
    await take(hub, 'waiting-list', [sentOn(other), listed(mine, 'REFERRED')]);
    await take(hub, 'waiting-list', [received(mine, named(other))]);
    expect(await secondListOf(mine)).toMatchObject([{ received: '2026-10-05', follows: null }]);
  });

  const elsewhere = (of: Pupil) => ({ ...sentOn(of), redirect_provider: 'XCP04' });
  const goesOn = async (of: Pupil): Promise<string[]> => {
    const { rows } = await hub.admin.query<{ told: string }>(
      `select e.provider_ods || ' ' || e.status as told from health.waiting_list_entry e
       where e.continues_from is not null and e.child_id in (
         select child_id from partnership.source_record where source_key = $1) order by 1`,
      [numberOf(of)],
    );
    return rows.map(({ told }) => told);
  };

  it('goes where the file says now, where it is put right before the first provider named has taken it up', async () => {
    const of = pupil(31);
    await take(hub, 'waiting-list', [sentOn(of)]);
    expect(await goesOn(of)).toEqual(['XSL02 REFERRED']);
    await take(hub, 'waiting-list', [elsewhere(of)]);
    expect(await goesOn(of)).toEqual(['XCP04 REFERRED', 'XSL02 ENTERED_IN_ERROR']);
    expect(await relatedOf(of)).toEqual([]);
    const { rows } = await hub.admin.query(
      `select from health.wait_interval w join health.waiting_list_entry e on e.id = w.entry_id
       where e.provider_ods = 'XSL02' and e.child_id in (
         select child_id from partnership.source_record where source_key = $1)`,
      [numberOf(of)],
    );
    expect(rows).toEqual([]);
    // The same again, and back again.
    await take(hub, 'waiting-list', [elsewhere(of)]);
    expect(await goesOn(of)).toEqual(['XCP04 REFERRED', 'XSL02 ENTERED_IN_ERROR']);
  });

  it('is one wait again where the file says that the child was not sent on after all', async () => {
    const [of, takenUp] = [pupil(33), pupil(34)];
    const back = (one: Pupil) => listed(one, 'ACCEPTED_WAITING', { ...referred, status_on: '2026-10-05' });
    await take(hub, 'waiting-list', [sentOn(of), sentOn(takenUp)]);
    await take(hub, 'waiting-list', [
      received(takenUp, { ...named(takenUp), status: 'TRIAGE', status_on: '2026-10-07' }),
    ]);
    await take(hub, 'waiting-list', [back(of), back(takenUp)]);
    expect(await goesOn(of)).toEqual(['XSL02 ENTERED_IN_ERROR']);
    expect(await relatedOf(of)).toEqual([]);
    // Two providers say different things of one child: neither is undone.
    expect(await goesOn(takenUp)).toEqual(['XSL02 TRIAGE']);
  });

  it('stays where the provider has taken it up, whatever the first one says since', async () => {
    const of = pupil(32);
    await take(hub, 'waiting-list', [sentOn(of)]);
    await take(hub, 'waiting-list', [received(of, { ...named(of), status: 'TRIAGE', status_on: '2026-10-07' })]);
    await take(hub, 'waiting-list', [elsewhere(of)]);
    expect(await goesOn(of)).toEqual(['XSL02 TRIAGE']);
  });

  it('said again is nothing new', async () => {
    const of = pupil(5);
    const files = [[sentOn(of)], [received(of, named(of))]];
    for (const file of files) await take(hub, 'waiting-list', file);
    for (const file of files) expect(await take(hub, 'waiting-list', file)).toMatchObject({ written: 0, unchanged: 1 });
    expect(await secondListOf(of)).toEqual([whole(of)]);
  });

  it('that was sent on by hand is the entry that the second provider lists then, under its own reference', async () => {
    const of = pupil(6);
    await take(hub, 'waiting-list', [listed(of, 'REFERRED', referred)]);
    await take(hub, 'waiting-list', [listed(of, 'TRIAGE', { ...referred, status_on: '2026-10-01' })]);
    const id = await recordId(hub, 'waiting-list:XAC01', numberOf(of));
    const { rows } = await hub.admin.query<{ id: string; version: number }>(
      'select id, version from health.waiting_list_entry where child_id = $1',
      [id],
    );
    const input = {
      ...{ id: rows[0]?.id, expectedVersion: rows[0]?.version, idempotencyKey: randomUUID(), to: 'REDIRECTED' },
      ...{ effectiveOn: '2026-10-05', reason: 'Better met there', redirectTo: 'SALT', redirectProviderId: 'XSL02' },
    };
    const { body } = await hub.post({ persona: 'camhs-clinician' }, update, { input });
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
    const made = await secondListOf(of);
    expect(made).toMatchObject([{ received: '2026-09-07', follows: `REF-${of.upn}` }]);
    await take(hub, 'waiting-list', [received(of)]);
    expect(await secondListOf(of)).toEqual([whole(of)]);
    expect(await relatedOf(of)).toEqual([{ reference: `entry/SALT-${of.upn}`, since: '2026-10-05' }]);
  });

  it('that a file alone says was sent on is made at the other provider, once, and is then its own row', async () => {
    const of = pupil(7);
    await take(hub, 'waiting-list', [sentOn(of)]);
    const made = await secondListOf(of);
    expect(made).toMatchObject([{ received: '2026-09-07', follows: `REF-${of.upn}` }]);
    expect(await take(hub, 'waiting-list', [sentOn(of)])).toMatchObject({ written: 0, unchanged: 1 });
    expect(await secondListOf(of)).toEqual(made);
    expect(await relatedOf(of)).toEqual([{ reference: `entry/${made[0]?.ref ?? ''}`, since: '2026-10-05' }]);
    await take(hub, 'waiting-list', [received(of, { received_on: '2026-10-06', status_on: '2026-10-06' })]);
    expect(await secondListOf(of)).toEqual([whole(of)]);
    expect(await relatedOf(of)).toEqual([{ reference: `entry/SALT-${of.upn}`, since: '2026-10-05' }]);
  });

  it('is of one and the same service or provider, where the file names the other alone', async () => {
    const of = pupil(8);
    await take(hub, 'waiting-list', [{ ...sentOn(of), redirect_to: '' }]);
    const { rows } = await hub.admin.query<{ service: string }>(
      `select e.service from health.waiting_list_entry e where e.provider_ods = 'XSL02' and e.child_id in (
         select child_id from partnership.source_record where source_key = $1)`,
      [numberOf(of)],
    );
    expect(rows).toEqual([{ service: 'CAMHS' }]);
  });

  it.each([
    ['is open', 9, 'TRIAGE', '2026-10-06', { reason: '' }],
    ['was closed since', 10, 'REJECTED', '2026-10-07', { reason: 'Not met there' }],
  ])('is the other provider’s row, which %s, whichever of them comes first', async (_, n, status, status_on, over) => {
    const [first, second] = [pupil(n), pupil(n + 10)];
    const row = (of: Pupil) => ({ ...received(of, { status_on, ...over }), status });
    await take(hub, 'waiting-list', [sentOn(first)]);
    await take(hub, 'waiting-list', [row(first)]);
    expect(await secondListOf(first)).toEqual([whole(first)]);
    await take(hub, 'waiting-list', [row(second)]);
    await take(hub, 'waiting-list', [sentOn(second)]);
    expect(await secondListOf(second)).toMatchObject([{ ref: `SALT-${second.upn}` }]);
  });

  it('is not a row of that provider that was closed before the child was sent', async () => {
    const of = pupil(21);
    const before = received(of, { received_on: '2026-03-02', status_on: '2026-05-04', reason: 'Discharged' });
    const old = { ...before, status: 'DISCHARGED', entry_ref: `OLD-${of.upn}` };
    await take(hub, 'waiting-list', [sentOn(of)]);
    await take(hub, 'waiting-list', [old]);
    const listedNow = await secondListOf(of);
    expect(listedNow).toHaveLength(2);
    expect(listedNow).toContainEqual({ ref: `OLD-${of.upn}`, received: '2026-03-02', follows: null });
    await take(hub, 'waiting-list', [received(of), old]);
    expect(await secondListOf(of)).toContainEqual(whole(of));
    expect(await secondListOf(of)).toHaveLength(2);
  });

  it('is the row that says whose wait goes on in it, also for another service', async () => {
    const of = pupil(22);
    await take(hub, 'waiting-list', [sentOn(of)]);
    const row = { ...received(of, { ...named(of), reason: 'Seen once' }), service: 'OCCUPATIONAL_THERAPY' };
    await take(hub, 'waiting-list', [{ ...row, status: 'DISCHARGED', status_on: '2026-10-09' }]);
    expect(await secondListOf(of)).toEqual([whole(of)]);
  });

  it('comes from where the child was sent, whatever else the other provider’s list says', async () => {
    const of = pupil(23);
    const elsewhere = { ...listed(of, 'REFERRED', { entry_ref: `OTHER-${of.upn}`, service: 'PHYSIOTHERAPY' }) };
    await take(hub, 'waiting-list', [sentOn(of), elsewhere]);
    await take(hub, 'waiting-list', [received(of)]);
    await take(hub, 'waiting-list', [received(of, { continues_from: `XAC01|OTHER-${of.upn}` })]);
    expect(await secondListOf(of)).toEqual([whole(of)]);
  });

  it('stays a referral of the other provider where its row says nothing new', async () => {
    const of = pupil(24);
    await take(hub, 'waiting-list', [{ ...sentOn(of), clinician_name: '' }]);
    await take(hub, 'waiting-list', [received(of, { received_on: '2026-09-07', clinician_name: '' })]);
    expect(await relatedOf(of)).toEqual([{ reference: `entry/SALT-${of.upn}`, since: '2026-10-05' }]);
  });
});
